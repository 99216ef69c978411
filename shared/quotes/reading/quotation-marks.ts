import type { TextBlock } from './blocks'

/** Text between two quotation marks; offsets are UTF-16. */
export interface QuotedSpan {
  /** Between the marks. */
  start: number
  end: number
  /** With the marks. */
  outerStart: number
  outerEnd: number
  /** 0 for a quotation, 1 for one inside it. */
  depth: number
  /** The opening mark. */
  mark: string
  /** False where the paragraph ends before the closing mark. */
  closed: boolean
  /** Goes on from a quotation that the paragraph before left open. */
  continues: boolean
}

/** Two apostrophes for a quotation mark, as typewriters and some archives have them; wikis write italics so. */
export const DOUBLE_APOSTROPHE = "''"

/** Closing marks that can answer an opening one, whatever the language. */
const CLOSERS: Record<string, readonly string[]> = {
  '"': ['"', '“', '”'],
  [DOUBLE_APOSTROPHE]: [DOUBLE_APOSTROPHE],
  '“': ['”', '"'],
  '”': ['”'],
  '„': ['“', '”', '"', '‟'],
  '‟': ['”'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  "'": ["'"],
  '«': ['»'],
  '»': ['«'],
  '‹': ['›'],
  '›': ['‹'],
  '「': ['」'],
  '『': ['』'],
  '《': ['》'],
}
const SINGLE = "'‘‚‹›"

const isSpace = (unit: string) => unit === '' || /\s/.test(unit)
const isWordUnit = (unit: string) => unit !== '' && /[\p{L}\p{N}]/u.test(unit)
const opensAfter = (before: string) => isSpace(before) || '([{—–-/=“"‘„«»‹›\'‚…:'.includes(before)

interface OpenMark {
  mark: string
  at: number
  continues: boolean
}

/** True where a text sets »German« guillemets, pointing inwards. */
export function guillemetsPointInwards(text: string): boolean {
  const inwards = text.match(/(?:^|[\s(])[»›](?=[^\s])/gu)?.length ?? 0
  const outwards = text.match(/(?:^|[\s(])[«‹]/gu)?.length ?? 0
  return inwards > outwards
}

/** Units that are looked ahead for the partner of a single mark: longer quotations are not set in single marks. */
const LOOK_AHEAD = 3000

/** Whether a straight or curly single mark closes later in the block as a quotation mark would. */
function closesLater(text: string, from: number, end: number, closers: readonly string[]): boolean {
  for (let at = from; at < Math.min(end, from + LOOK_AHEAD); at += 1) {
    const unit = text[at]!
    if (!closers.includes(unit)) continue
    if (!isSpace(text[at - 1] ?? '') && !isWordUnit(text[at + 1] ?? '')) return true
  }
  return false
}

type Role = 'open' | 'close' | 'none'

class BlockReader {
  readonly stack: OpenMark[] = []
  readonly found: QuotedSpan[] = []
  /** Places of each straight mark, from the first question on. */
  private readonly straightMarks = new Map<string, number[]>()
  constructor(
    readonly text: string,
    readonly end: number,
    readonly inwards: boolean,
  ) {}

  private top(): OpenMark | undefined {
    return this.stack[this.stack.length - 1]
  }

  private indexClosedBy(unit: string): number {
    for (let index = this.stack.length - 1; index >= 0; index -= 1) {
      if (CLOSERS[this.stack[index]!.mark]!.includes(unit)) return index
    }
    return -1
  }

  /** Straight double marks: the same sign opens and closes, so its neighbours decide. */
  private roleOfStraight(at: number, mark: string): Role {
    const before = this.text[at - 1] ?? ''
    const after = this.text[at + mark.length] ?? ''
    const open = this.stack.findIndex((entry) => CLOSERS[entry.mark]!.includes(mark))
    const mustOpen = isSpace(before) && !isSpace(after)
    if (open < 0) {
      if (/\d/.test(before) && !opensAfter(before)) return 'none'
      return isSpace(after) && !isSpace(before) ? 'none' : 'open'
    }
    if (mustOpen && isWordUnit(after) && this.straightMarksFrom(at + mark.length, mark) % 2 === 1)
      return 'open'
    return 'close'
  }

  private straightMarksFrom(at: number, mark: string): number {
    let places = this.straightMarks.get(mark)
    if (!places) {
      places = []
      for (let from = this.text.indexOf(mark, at); from >= 0 && from < this.end; ) {
        places.push(from)
        from = this.text.indexOf(mark, from + mark.length)
      }
      this.straightMarks.set(mark, places)
    }
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]! < at) low = middle + 1
      else high = middle
    }
    return places.length - low
  }

  /** The mark at a place: one unit, or a run of apostrophes, of which only one and two mean anything. */
  private markAt(at: number): string {
    let end = at + 1
    if (this.text[at] === "'") while (this.text[end] === "'") end += 1
    // ''He said 'no''': the first of three closes the inner quotation.
    if (end - at === 3 && this.indexClosedBy(DOUBLE_APOSTROPHE) >= 0) return "'"
    return this.text.slice(at, end)
  }

  /** Single marks and apostrophes: a mark inside a word, or with no partner, is an apostrophe. */
  private roleOfSingle(at: number, unit: string): Role {
    const before = this.text[at - 1] ?? ''
    const after = this.text[at + 1] ?? ''
    const inWord = isWordUnit(before) && isWordUnit(after)
    if (inWord) return 'none'
    const index = this.indexClosedBy(unit)
    if (index >= 0 && !isSpace(before) && !isWordUnit(after)) {
      // "the dogs' owner": a plural's apostrophe, if a better closing mark follows.
      if (/s/i.test(before) && /\s/.test(after) && this.closesBetter(at, unit)) return 'none'
      return 'close'
    }
    if (unit === '’') return 'none'
    if (!opensAfter(before) || isSpace(after)) return 'none'
    if (/\d/.test(after) && /^\d{2}s?\b/.test(this.text.slice(at + 1, at + 5))) return 'none'
    return closesLater(this.text, at + 2, this.end, CLOSERS[unit]!) ? 'open' : 'none'
  }

  private closesBetter(at: number, unit: string): boolean {
    for (let index = at + 1; index < Math.min(this.end, at + LOOK_AHEAD); index += 1) {
      const other = this.text[index]!
      if ('“„«"‘'.includes(other)) return false
      if (other === unit && /[.,!?…]/.test(this.text[index - 1]!)) return true
    }
    return false
  }

  private roleOf(at: number, unit: string): Role {
    if (unit === '"' || unit === DOUBLE_APOSTROPHE) return this.roleOfStraight(at, unit)
    if (unit === "'" || unit === '’') return this.roleOfSingle(at, unit)
    if (unit === '‘') {
      if (this.top()?.mark === '‚' && !isWordUnit(this.text[at + 1] ?? '')) return 'close'
      return this.roleOfSingle(at, unit)
    }
    if (unit === '‚') return isWordUnit(this.text[at + 1] ?? '') ? 'open' : 'none'
    if (unit === '“') return this.roleOfCurly(at)
    if (unit === '”') {
      if (this.indexClosedBy(unit) >= 0) return 'close'
      return opensAfter(this.text[at - 1] ?? '') && isWordUnit(this.text[at + 1] ?? '') ? 'open' : 'none'
    }
    if ('«»‹›'.includes(unit)) {
      const opening = this.inwards ? '»›' : '«‹'
      return opening.includes(unit) ? 'open' : this.indexClosedBy(unit) >= 0 ? 'close' : 'none'
    }
    if ('」』》'.includes(unit)) return this.indexClosedBy(unit) >= 0 ? 'close' : 'none'
    return 'open'
  }

  /** “ opens in English and closes in German and Czech. */
  private roleOfCurly(at: number): Role {
    const before = this.text[at - 1] ?? ''
    const after = this.text[at + 1] ?? ''
    const low = this.stack.some((entry) => entry.mark === '„')
    if (low) return 'close'
    const straight = this.top()?.mark === '"'
    if (straight && !isSpace(before) && !isWordUnit(after)) return 'close'
    return isSpace(after) && !isSpace(before) && after !== '' ? 'none' : 'open'
  }

  read(from: number): void {
    for (let at = from; at < this.end; at += 1) {
      const unit = this.markAt(at)
      const known = unit in CLOSERS || '’」』》'.includes(unit)
      const role: Role = known ? this.roleOf(at, unit) : 'none'
      if (role === 'open') this.open(at, unit)
      else if (role === 'close') this.close(at, unit)
      at += unit.length - 1
    }
  }

  open(at: number, unit: string, continues = false): void {
    // The same mark opened twice: the first was never closed.
    const same = this.stack.findIndex((entry) => entry.mark === unit)
    if (same >= 0) this.abandon(same, at)
    this.stack.push({ mark: unit, at, continues })
  }

  private close(at: number, unit: string): void {
    const index = this.indexClosedBy(unit)
    if (index < 0) return
    const entry = this.stack[index]!
    this.stack.length = index
    this.push(entry, at, at + unit.length, true, index)
  }

  /** Ends every mark from `index` on without a closing mark. */
  abandon(index: number, at: number): void {
    const entry = this.stack[index]!
    this.stack.length = index
    let end = at
    while (end > entry.at + entry.mark.length && isSpace(this.text[end - 1]!)) end -= 1
    if (!SINGLE.includes(entry.mark)) this.push(entry, end, end, false, index)
  }

  private push(entry: OpenMark, end: number, outerEnd: number, closed: boolean, depth: number): void {
    const start = entry.at + entry.mark.length
    if (this.text.slice(start, end).trim() === '') return
    this.found.push({
      start,
      end,
      outerStart: entry.at,
      outerEnd,
      depth,
      mark: entry.mark,
      closed,
      continues: entry.continues,
    })
  }
}

/** The opening mark with which a block goes on quoting, or -1: its first sign must be the mark left open. */
function continuationMark(text: string, block: TextBlock, mark: string): number {
  let at = block.start
  while (at < block.end && isSpace(text[at]!)) at += 1
  const unit = text[at] ?? ''
  return text.startsWith(mark, at) || (mark === '«' && unit === '»') ? at : -1
}

/**
 * Finds all text between quotation marks, in text order: curly, straight, low, angle and corner marks; marks
 * within marks; paragraphs that each open a quotation which only the last one closes. Apostrophes are told apart.
 */
export function findQuotedSpans(text: string, blocks: readonly TextBlock[]): QuotedSpan[] {
  const inwards = guillemetsPointInwards(text)
  const found: QuotedSpan[] = []
  let carried: string | null = null
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index]!
    // Lines of one paragraph are read together, so that a quotation may cross them.
    let last = index
    while (blocks[last]!.soft && last + 1 < blocks.length) last += 1
    const reader = new BlockReader(text, blocks[last]!.end, inwards)
    let from = block.start
    const goesOn = carried === null ? -1 : continuationMark(text, block, carried)
    if (goesOn >= 0) {
      const mark = text.startsWith(DOUBLE_APOSTROPHE, goesOn) ? DOUBLE_APOSTROPHE : text[goesOn]!
      reader.open(goesOn, mark, true)
      from = goesOn + mark.length
    }
    reader.read(from)
    const outer = reader.stack[0]
    carried = outer && !SINGLE.includes(outer.mark) ? outer.mark : null
    if (outer) reader.abandon(0, blocks[last]!.end)
    for (const span of reader.found) found.push(span)
    index = last
  }
  return found.sort((a, b) => a.outerStart - b.outerStart)
}
