import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '@electron/cli/run'
import { listAsSource } from '@shared/bundle/source'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 1, annotations: 6, wordsPerArticle: 40 })
let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-bundles-'))
  const sound = await bundleBytes(listAsSource(made.histories, made.notes))
  const changed = sound.slice()
  changed[200] = (changed[200] as number) ^ 1
  await writeFile(at('sound.florilegium'), sound)
  await writeFile(at('changed.florilegium'), changed)
  await writeFile(at('empty.florilegium'), '')
  await mkdir(at('folder.florilegium'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  let [out, complaints] = ['', '']
  const status = await runCommandLine(args, '1.2.3', {
    out: (text) => {
      out += text
    },
    complain: (line) => {
      complaints += `${line}\n`
    },
  })
  const lines = () =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { status, out, complaints, lines }
}

describe('verify', () => {
  it('answers for each bundle in order, and goes on after files that are none', async () => {
    const names = ['sound', 'changed', 'empty', 'folder', 'missing'].map((name) => at(`${name}.florilegium`))
    const { status, lines } = await run('verify', '--json', ...names)
    const answers = lines()
    expect(status).toBe(1)
    expect(answers.map(({ file }) => file)).toEqual(names)
    expect(answers[0]).toMatchObject({ intact: true, faults: [], unchecked: null })
    expect(answers[1]).toMatchObject({ intact: false, faults: [expect.stringContaining('.')] })
    expect(answers[2].error.code).toBe('not-a-bundle')
    expect(answers[3].error.message).toContain('folder.florilegium')
    expect(answers[4].error.message).toContain('missing.florilegium')
    expect((await run('verify', names[0] as string)).status).toBe(0)
  })
})

describe('merge', () => {
  it('leaves out what cannot be read, and gives the bytes of the bundle that can', async () => {
    const out = at('merged.florilegium')
    const inputs = [at('sound.florilegium'), at('folder.florilegium'), at('sound.florilegium')]
    const { status, lines } = await run('merge', '--json', ...inputs, '-o', out)
    expect(status).toBe(1)
    expect(lines()[0].added).toBeGreaterThan(0)
    expect(lines()[1].error.code).toBe('file-unreadable')
    expect(lines()[2]).toMatchObject({ added: 0, updated: 0, conflicts: 0 })
    expect((await readFile(out)).equals(await readFile(at('sound.florilegium')))).toBe(true)
  })
})

describe('new', () => {
  it('writes nothing when none of its files can be read', async () => {
    const { status, complaints } = await run('new', at('none.html'), '-o', at('new.florilegium'))
    expect(status).toBe(1)
    expect(complaints).toContain('nothing was written')
    await expect(readFile(at('new.florilegium'))).rejects.toThrow('ENOENT')
  })
})
