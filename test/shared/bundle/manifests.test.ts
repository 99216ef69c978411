import { createHash } from 'node:crypto'
import { readBundle } from '@shared/bundle/read-bundle'
import { listAsSource } from '@shared/bundle/source'
import { bundleBytes, listHistories, openBundle } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Files, zip } from './hostile-bundles'

const made = makeNotebook({ articles: 3, annotations: 20 })
const sound = await bundleBytes(listAsSource(made.histories, made.notes))
const MANIFEST = 'Harbour/manifest-sha256.txt'

/** The bundle with its manifest's lines changed, and all else made to fit it. */
function withManifest(change: (lines: string[]) => string[]): Uint8Array {
  const files: Files = new Map(Object.entries(unzipSync(sound)))
  const lines = Buffer.from(files.get(MANIFEST) ?? [])
    .toString()
    .trimEnd()
    .split('\n')
  const manifest = Buffer.from(
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  )
  files.set(MANIFEST, new Uint8Array(manifest))
  const tags = Buffer.from(files.get('Harbour/tagmanifest-sha256.txt') ?? []).toString()
  const hash = createHash('sha256').update(manifest).digest('hex')
  const resealed = tags.replace(/[0-9a-f]{64}(?= {2}manifest)/, hash)
  files.set('Harbour/tagmanifest-sha256.txt', new Uint8Array(Buffer.from(resealed)))
  return zip(files)
}

async function failureOf(bytes: Uint8Array): Promise<string> {
  const opened = await readBundle(bytes)
  return opened.ok ? 'none' : opened.error.message
}

describe('a manifest', () => {
  it('may list the files in another order than the zip has them', async () => {
    const expected = await listHistories(await openBundle(sound))
    const orders: ((lines: string[]) => string[])[] = [
      (lines) => lines,
      (lines) => lines.toReversed(),
      (lines) => [...lines.slice(7), ...lines.slice(0, 7)],
    ]
    for (const order of orders)
      expect(await listHistories(await openBundle(withManifest(order)))).toEqual(expected)
  })

  it('may not leave out, repeat, add or mistake a file, in whatever order', async () => {
    for (const order of [(lines: string[]) => lines, (lines: string[]) => lines.toReversed()]) {
      const path = 'data/records/quote.ndjson'
      const at = (lines: string[]) => lines.findIndex((line) => line.endsWith(path))
      const repeated = (lines: string[]) => [...lines, lines[at(lines)] as string]
      const added = (lines: string[]) => [...lines, `${'0'.repeat(64)}  data/nowhere.txt`]
      const changed = (lines: string[]) =>
        lines.map((line, index) => (index === at(lines) ? line.replace(/^../, '00') : line))
      const failure = (change: (lines: string[]) => string[]) =>
        failureOf(withManifest((lines) => order(change(lines))))
      expect(await failure((lines) => lines.toSpliced(at(lines), 1))).toContain(
        `“${path}” is not in the manifest`,
      )
      expect(await failure(repeated)).toContain(`lists “${path}” twice`)
      expect(await failure(added)).toContain('lacks “data/nowhere.txt”')
      expect(await failure(changed)).toContain(`“${path}” is not what the manifest says`)
    }
  })
})
