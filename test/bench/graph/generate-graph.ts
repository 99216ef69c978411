import { NODE_KINDS } from '@shared/domain/kinds'
import { assembleGraph, type Graph } from '@shared/graph/graph'

/** A small generator of random numbers (mulberry32), so that every run measures the same graph. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface GeneratedLinks {
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Communities with preferential attachment, about two links a node, scattered at random. */
export function generateLinks(count: number, seed = 9): GeneratedLinks {
  const random = randomFrom(seed)
  const communities = Array.from(
    { length: Math.max(4, Math.round(Math.sqrt(count) / 2)) },
    (): number[] => [],
  )
  const everybody: number[] = []
  const sources: number[] = []
  const targets: number[] = []
  for (let node = 0; node < count; node += 1) {
    const own = communities[Math.floor(random() * communities.length)] as number[]
    for (let link = 0; link < 2 && node > 3; link += 1) {
      const pool = random() < 0.8 && own.length > 2 ? own : everybody
      const target = pool[Math.floor(random() * pool.length)]
      if (target === undefined || target === node) continue
      sources.push(node)
      targets.push(target)
      own.push(target)
      everybody.push(target)
    }
    own.push(node)
    everybody.push(node)
  }
  const scatter = () => (random() - 0.5) * 30 * Math.sqrt(count)
  return {
    sources: Int32Array.from(sources),
    targets: Int32Array.from(targets),
    x: Float32Array.from({ length: count }, scatter),
    y: Float32Array.from({ length: count }, scatter),
  }
}

/** The same as a graph of all kinds. */
export function generateGraph(count: number, links: GeneratedLinks): Graph {
  const nodes = Array.from({ length: count }, (_, node) => ({
    id: `n${node}`,
    kind: NODE_KINDS[node % NODE_KINDS.length] as (typeof NODE_KINDS)[number],
    label: `Thing number ${node}`,
    detail: '',
    hue: null,
    tags: [],
    time: null,
    articleId: null,
  }))
  const relations = ['partOf', 'partOf', 'saidBy', 'mentions', 'supports', 'contradicts']
  const edges = Array.from(links.sources, (from, link) => ({
    id: `e${link}`,
    from,
    to: links.targets[link] as number,
    relation: relations[link % relations.length] as string,
    implied: link % relations.length < 3,
    comment: '',
  }))
  return assembleGraph(nodes, edges)
}

/** Mean length of a link over the mean distance of random pairs: less is a better picture. */
export function measureQuality({ sources, targets, x, y }: GeneratedLinks): number {
  const random = randomFrom(4)
  const distance = (a: number, b: number) =>
    Math.hypot((x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number))
  const linked = sources.reduce((sum, from, link) => sum + distance(from, targets[link] as number), 0)
  const pick = () => Math.floor(random() * x.length)
  let apart = 0
  for (let pair = 0; pair < 20_000; pair += 1) apart += distance(pick(), pick())
  return linked / sources.length / (apart / 20_000)
}
