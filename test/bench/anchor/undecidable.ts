import type { Block, Descendant, Span } from './generate-revision'

/**
 * Why two texts do not tell where a passage went:
 * - `adrift`: its paragraph stands word for word several times in the old text, has lost both its neighbours, and a
 *   paragraph like it stands somewhere in the new text without the neighbours of any. Whether it moved there, or was
 *   removed while another one was copied there, looks the same.
 * - `doubled`: its section was copied right before or behind itself, so either of the two may be the copy.
 * - `blurred`: the words at one of its edges were not just replaced one by one but deleted or joined by new ones, so it
 *   is mere convention which of the new words there stand for it.
 */
export type Doubt = 'adrift' | 'doubled' | 'blurred'

/** How the new text was made. `offspring[i]` is the new word that old word i became, -1 for none. */
interface History {
  readonly blocks: readonly (readonly Descendant[])[]
  readonly arranged: readonly Block[]
  readonly offspring: Int32Array
  readonly newWords: readonly Descendant[]
}

/** For each passage (old words) the first doubt that holds of it. */
export function findDoubts(history: History, spans: readonly Span[]): (Doubt | undefined)[] {
  const adrift = findAdrift(history)
  const doubled = findDoubled(history)
  const homes = history.blocks.flatMap((block, order) => block.map(() => order))
  return spans.map(({ from, to }) => {
    const first = homes[from] as number
    const last = homes[to - 1] as number
    if (first === last && adrift.has(first)) return 'adrift'
    if (doubled.has(first) || doubled.has(last)) return 'doubled'
    return isBlurred(history, from) || isBlurred(history, to) ? 'blurred' : undefined
  })
}

/** Numbers of the repeated old paragraphs that have lost both neighbours while some place is open to them. */
function findAdrift({ blocks, arranged }: History): Set<number> {
  const originals = arranged.filter(({ isCopy }) => !isCopy).map(({ source }) => source)
  const places = new Map(originals.map((source, at) => [source, at]))
  const survivors = [...originals].sort((p, q) => p - q)
  const rank = new Map(survivors.map((source, at) => [source, at]))
  const keepsNeighbour = (source: number): boolean => {
    const place = places.get(source) as number
    const at = rank.get(source) as number
    return originals[place - 1] === survivors[at - 1] || originals[place + 1] === survivors[at + 1]
  }
  const wasRemovedAlone = (source: number): boolean =>
    !places.has(source) && places.has(source - 1) && places.has(source + 1)
  const families = groupBy(blocks, (block) => block.map(({ text }) => text).join(' '))
  const adrift = new Set<number>()
  for (const family of families.filter(({ length }) => length > 1)) {
    const moved = family.filter((source) => places.has(source) && !keepsNeighbour(source))
    const open = moved.length + countLoneCopies(arranged, new Set(family))
    if (open === 0) continue
    for (const source of [...moved, ...family.filter(wasRemovedAlone)]) adrift.add(source)
  }
  return adrift
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): number[][] {
  const groups = new Map<string, number[]>()
  list.forEach((one, order) => {
    groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), order])
  })
  return [...groups.values()]
}

function countLoneCopies(arranged: readonly Block[], family: ReadonlySet<number>): number {
  return arranged.filter(({ source, isCopy }, at) => {
    if (!isCopy || !family.has(source)) return false
    const isWith = (other: Block | undefined, from: number): boolean =>
      other?.isCopy === true && other.source === from
    return !isWith(arranged[at - 1], source - 1) && !isWith(arranged[at + 1], source + 1)
  }).length
}

/** Numbers of the old paragraphs whose copied section stands right before or behind the section itself. */
function findDoubled({ arranged }: History): Set<number> {
  const doubled = new Set<number>()
  for (let from = 0; from < arranged.length; ) {
    let to = from + 1
    while (to < arranged.length && continues(arranged[to - 1], arranged[to])) to += 1
    if (arranged[from]?.isCopy) {
      const copied = arranged.slice(from, to).map(({ source }) => source)
      for (const start of [from - copied.length, to]) {
        const beside = arranged.slice(Math.max(0, start), start + copied.length)
        const isSame = copied.every((source, at) => beside[at]?.source === source && !beside[at]?.isCopy)
        if (isSame) for (const source of copied) doubled.add(source)
      }
    }
    from = to
  }
  return doubled
}

const continues = (one: Block | undefined, next: Block | undefined): boolean =>
  one?.isCopy === next?.isCopy && one?.source === (next?.source ?? 0) - 1

const mostAdded = 8

/** Whether the words at the edge before old word `edge` were changed otherwise than each into one other word. */
function isBlurred({ offspring, newWords }: History, edge: number): boolean {
  const isUnchanged = (at: number): boolean => newWords[offspring[at] ?? -1]?.isKept === true
  let from = edge
  let to = edge
  while (from > 0 && !isUnchanged(from - 1)) from -= 1
  while (to < offspring.length && !isUnchanged(to)) to += 1
  if (from === to || from === 0 || to === offspring.length) return false
  const now = (offspring[to] as number) - (offspring[from - 1] as number) - 1
  const wereDeleted = offspring.subarray(from, to).some((place) => place < 0)
  return now > 0 && now <= to - from + mostAdded && (now !== to - from || wereDeleted)
}
