import type { AlignmentTask } from './align-window'

/** How a passage (old tokens) lies in a new text, and how much speaks for it. */
export interface PassageFit {
  /** New tokens, end exclusive. */
  readonly newFrom: number
  readonly newTo: number
  /** Share of the passage's weight, old and new, that is the same words: 0 to 1. */
  readonly inside: number
  /** Share of the old words' weight that is still there, and of the new words' weight that was there before. */
  readonly kept: number
  readonly known: number
  /** Weight of the matched words of the passage, in bits. */
  readonly weight: number
  /** Share and weight of the words before and behind that lie where they should. */
  readonly left: number
  readonly right: number
  readonly context: number
  /** Share of the passage's matched words that this place holds; the rest has gone elsewhere. */
  readonly share: number
  /** Both neighbours stand right beside the place. */
  readonly isBracketed: boolean
  /** Every token is there, side by side, and no other between them. */
  readonly isSame: boolean
  /** None of the words is left, yet both neighbours stand around something about as long. */
  readonly isReplaced: boolean
  /** The moved block that holds it, 0 for none. */
  readonly part: number
}

/** An alignment of the tokens around a passage. */
export interface FitTask extends AlignmentTask {
  readonly part?: Int32Array
}

/** Old tokens, end exclusive. */
export interface TokenSpan {
  readonly from: number
  readonly to: number
}

/** Matched tokens that follow each other closely in both texts. */
interface Cluster {
  first: number
  last: number
  weight: number
  matched: number
  part: number
}

const contextReach = 16
const contextSlack = 12
const longestReplacement = 4
/** Stray tokens across which two moved parts are still one block. */
const seam = 8

/** Measures where an alignment has put a passage; undefined where it has put it nowhere. */
export function fitPassage(task: FitTask, span: TokenSpan): PassageFit | undefined {
  const cluster = heaviestCluster(task, span)
  return cluster ? fitCluster(task, span, cluster) : fitReplacement(task, span)
}

const mapAt = (task: FitTask, i: number): number =>
  i >= 0 && i < task.map.length ? (task.map[i] as number) : -1

const weightAt = (task: FitTask, i: number): number => task.weights[task.a[i] as number] as number

function heaviestCluster(task: FitTask, span: TokenSpan): (Cluster & { share: number }) | undefined {
  const largestJump = 3 * (span.to - span.from) + 40
  let best: Cluster | undefined
  let open: Cluster | undefined
  let total = 0
  for (let i = span.from; i < span.to; i += 1) {
    const j = mapAt(task, i)
    if (j < 0) continue
    const part = task.part?.[i] ?? 0
    const jump = open ? j - mapAt(task, open.last) : 0
    const stray = open ? jump - (i - open.last) : 0
    const farthest = part === open?.part ? largestJump : seam
    if (!open || jump <= 0 || stray > farthest) {
      open = { first: i, last: i, weight: 0, matched: 0, part }
    }
    open.last = i
    open.weight += weightAt(task, i)
    open.matched += 1
    total += weightAt(task, i)
    if (!best || open.weight >= best.weight) best = open
  }
  return best && { ...best, share: best.weight / total }
}

function fitCluster(task: FitTask, span: TokenSpan, cluster: Cluster & { share: number }): PassageFit {
  const newFrom = startOf(task, span, cluster)
  const newTo = endOf(task, span, cluster)
  const own = weigh(task, task.a, span.from, span.to)
  const found = weigh(task, task.b, newFrom, newTo)
  const length = span.to - span.from
  return {
    newFrom,
    newTo,
    inside: (2 * cluster.weight) / (own + found),
    kept: cluster.weight / own,
    known: cluster.weight / found,
    weight: cluster.weight,
    ...measureContext(task, span, newFrom, newTo),
    share: cluster.share,
    isBracketed: mapAt(task, span.from - 1) === newFrom - 1 && mapAt(task, span.to) === newTo,
    isSame: newTo - newFrom === length && standsVerbatim(task, span.from, newFrom, length),
    isReplaced: false,
    part: cluster.part,
  }
}

function weigh(task: FitTask, ids: Int32Array, from: number, to: number): number {
  let weight = 0
  for (let at = from; at < to; at += 1) weight += task.weights[ids[at] as number] as number
  return weight
}

/** First new token: unmatched words at the passage's head claim what stands between their matched neighbours. */
function startOf(task: FitTask, span: TokenSpan, cluster: Cluster): number {
  const at = mapAt(task, cluster.first)
  const head = cluster.first - span.from
  if (head === 0) return at
  if (standsVerbatim(task, span.from, at - head, head)) return at - head
  if (mapAt(task, cluster.first - 1) >= 0) return at
  for (let i = span.from - 1; i >= span.from - contextReach && i >= 0; i -= 1) {
    const j = mapAt(task, i)
    if (j >= 0 && j < at && at - j <= head + contextReach * 2) {
      return at - shareOfGap(at - j - 1, head, span.from - 1 - i)
    }
  }
  return at
}

function endOf(task: FitTask, span: TokenSpan, cluster: Cluster): number {
  const at = mapAt(task, cluster.last)
  const tail = span.to - 1 - cluster.last
  if (tail === 0) return at + 1
  if (standsVerbatim(task, cluster.last + 1, at + 1, tail)) return at + 1 + tail
  if (mapAt(task, cluster.last + 1) >= 0) return at + 1
  for (let i = span.to; i < span.to + contextReach && i < task.map.length; i += 1) {
    const j = mapAt(task, i)
    if (j > at && j - at <= tail + contextReach * 2) {
      return at + 1 + shareOfGap(j - at - 1, tail, i - span.to)
    }
  }
  return at + 1
}

/** Whether `count` old tokens stand word for word at a place, whatever the alignment has made of repeated words. */
function standsVerbatim(task: FitTask, old: number, fresh: number, count: number): boolean {
  if (fresh < 0 || fresh + count > task.b.length) return false
  for (let k = 0; k < count; k += 1) if (task.a[old + k] !== task.b[fresh + k]) return false
  return true
}

/** How many of `gap` new tokens belong to `own` unmatched words of the passage, when `others` outside lie there too. */
function shareOfGap(gap: number, own: number, others: number): number {
  if (others === 0) return gap <= 2 * own + 4 ? gap : own
  return Math.min(Math.round((gap * own) / (own + others)), own + 2)
}

function fitReplacement(task: FitTask, span: TokenSpan): PassageFit | undefined {
  const before = mapAt(task, span.from - 1)
  const behind = mapAt(task, span.to)
  const length = span.to - span.from
  const gap = behind - before - 1
  const samePart = (task.part?.[span.from - 1] ?? 0) === (task.part?.[span.to] ?? 0)
  if (before < 0 || behind < 0 || gap < 1 || !samePart) return undefined
  if (length > longestReplacement || gap !== length) return undefined
  return {
    newFrom: before + 1,
    newTo: behind,
    inside: 0,
    kept: 0,
    known: 0,
    weight: 0,
    ...measureContext(task, span, before + 1, behind),
    share: 0,
    isBracketed: true,
    isSame: false,
    isReplaced: true,
    part: task.part?.[span.from - 1] ?? 0,
  }
}

function measureContext(
  task: FitTask,
  span: TokenSpan,
  newFrom: number,
  newTo: number,
): { left: number; right: number; context: number } {
  const left = measureSide(task, span.from - 1, -1, newFrom - 1)
  const right = measureSide(task, span.to, 1, newTo)
  return { left: left.share, right: right.share, context: left.weight + right.weight }
}

/** Of the tokens next to the passage, nearest first: how much lies, in order, next to its new place. */
function measureSide(
  task: FitTask,
  from: number,
  step: -1 | 1,
  newFrom: number,
): { share: number; weight: number } {
  let found = 0
  let all = 0
  for (let k = 0; k < contextReach; k += 1) {
    const i = from + step * k
    if (i < 0 || i >= task.map.length) break
    const weight = weightAt(task, i) * (1 - k / (contextReach + 4))
    const j = mapAt(task, i)
    const distance = (j - newFrom) * step
    all += weight
    if (j >= 0 && distance >= 0 && distance <= k + contextSlack) found += weight
  }
  return { share: all > 0 ? found / all : 0, weight: found }
}
