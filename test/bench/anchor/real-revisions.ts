import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Placement, reanchorAll } from '@shared/anchoring/reanchor'
import { selectorFromW3C } from '@shared/anchoring/w3c-selector'
import { offsetMap } from '@shared/base/code-points'

interface Case {
  readonly id: string
  readonly old: string
  readonly new: string
  readonly selector: readonly { readonly type: string; readonly start?: number; readonly end?: number }[]
}

/** The measuring material lies beside the checkout and is not part of it. */
const dataFolder = resolve('../shared/data')

/** Offsets of this material are UTF-16, so the map leaves them alone. */
const utf16 = {
  ...offsetMap(''),
  toUtf16: (offset: number) => offset,
  toCodePoint: (offset: number) => offset,
}

/** Re-anchors every case of the real revisions, one pass per document. */
export function placeRealRevisions(): Map<string, Placement> {
  const folder = join(dataFolder, 'anchor')
  const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as Case[]
  const placements = new Map<string, Placement>()
  for (const [pair, group] of groupByRevision(cases)) {
    const [old = '', fresh = ''] = pair.split(' ').map((path) => readFileSync(join(folder, path), 'utf8'))
    const passages = group.flatMap(({ id, selector }) => {
      const read = selectorFromW3C(selector, utf16)
      return read.ok ? [{ id, selector: read.value }] : []
    })
    for (const placed of reanchorAll(old, fresh, passages)) placements.set(placed.id, placed)
  }
  return placements
}

/** Prints the figures of the scorer beside the material; says so where there is none. */
export function reportRealRevisions(): void {
  const scorer = join(dataFolder, 'score_anchor.py')
  if (!existsSync(scorer)) {
    console.log('Real revisions: no material beside this checkout, not measured.')
    return
  }
  const started = performance.now()
  const placements = placeRealRevisions()
  const seconds = (performance.now() - started) / 1000
  const folder = mkdtempSync(join(tmpdir(), 'anchor-'))
  const output = join(folder, 'placements.json')
  const spans = [...placements].map(([id, { start, end }]) => [id, start < 0 ? null : { start, end }])
  writeFileSync(output, JSON.stringify(Object.fromEntries(spans)))
  const { stdout, stderr } = spawnSync('python3', [scorer, output], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  console.log(`Real revisions, ${placements.size} passages in ${seconds.toFixed(2)} s\n${stdout}${stderr}`)
}

function groupByRevision(cases: readonly Case[]): Map<string, Case[]> {
  const groups = new Map<string, Case[]>()
  for (const one of cases) {
    const key = `${one.old} ${one.new}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}
