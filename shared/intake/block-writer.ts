import { type Block, type BlockType, isSafeLink, type Mark, type MarkType } from '@shared/domain/block'

/** What a block will be when it closes. */
export interface BlockKind {
  readonly type: BlockType
  readonly level?: number
  readonly ordered?: boolean
}

interface OpenMark {
  readonly type: MarkType
  readonly start: number
  readonly href?: string
}

/** White space that HTML collapses; no-break and other spaces are the author's and stay. */
const COLLAPSIBLE = /[ \t\n\r\f\u2028\u2029]+/g
const PARAGRAPH: BlockKind = { type: 'paragraph' }

/** Drops marks that came out empty, keeps the others inside the trimmed text. */
function fitMarks(marks: readonly Mark[], trimmed: number, length: number): Mark[] {
  return marks.flatMap((mark) => {
    const start = Math.max(0, mark.start - trimmed)
    const end = Math.min(length, mark.end - trimmed)
    return end > start ? [{ ...mark, start, end }] : []
  })
}

/**
 * Gathers inline text and marks and closes them into blocks. White space collapses as in HTML except in
 * preformatted text; blocks without text are not written.
 */
export class BlockWriter {
  readonly blocks: Block[] = []
  private text = ''
  private marks: Mark[] = []
  private open: OpenMark[] = []

  get isEmpty(): boolean {
    return this.text.trim() === ''
  }

  /** Adds running text, collapsing white space also across calls. */
  write(text: string): void {
    const collapsed = text.replace(COLLAPSIBLE, ' ')
    const doubled = collapsed.startsWith(' ') && (this.text === '' || /[ \t]$/.test(this.text))
    this.text += doubled ? collapsed.slice(1) : collapsed
  }

  /** Adds text exactly as it stands, as in preformatted lines. */
  writeExactly(text: string): void {
    this.text += text
  }

  /** Parts one cell of a table row from the next. */
  writeCellEnd(): void {
    this.text = `${this.text.trimEnd()}\t`
  }

  openMark(type: MarkType, href?: string): void {
    const link = type === 'link'
    if (link && (href === undefined || !isSafeLink(href))) return
    this.open.push({ type, start: this.text.length, ...(link ? { href: href as string } : {}) })
  }

  closeMark(type: MarkType): void {
    const index = this.open.findLastIndex((mark) => mark.type === type)
    const mark = this.open[index]
    if (mark === undefined) return
    this.open.splice(index, 1)
    this.endMark(mark)
  }

  private endMark(mark: OpenMark): void {
    const within = this.open.some((outer) => outer.type === mark.type && mark.type !== 'link')
    if (!within && this.text.length > mark.start) this.marks.push({ ...mark, end: this.text.length })
  }

  /** Ends the current block; marks that are still open go on in the next one. Returns whether one was written. */
  close(kind: BlockKind = PARAGRAPH): boolean {
    for (const mark of this.open) {
      if (this.text.length > mark.start) this.marks.push({ ...mark, end: this.text.length })
    }
    const exact = kind.type === 'preformatted'
    const text = exact ? this.text.replace(/^\n+|\s+$/g, '') : this.text.replaceAll('\n', ' ').trim()
    const trimmed = exact ? this.text.search(/[^\n]|$/) : this.text.length - this.text.trimStart().length
    const marks = fitMarks(this.marks, trimmed, text.length)
    this.text = ''
    this.marks = []
    this.open = this.open.map((mark) => ({ ...mark, start: 0 }))
    if (text.trim() === '') return false
    this.blocks.push({ ...kind, text, ...(marks.length > 0 ? { marks } : {}) })
    return true
  }
}

/** Leaves out rules that part nothing: at either end, or in a row. */
export function trimRules(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    if (block.type !== 'rule') return true
    const next = blocks[index + 1]
    return index > 0 && next !== undefined && next.type !== 'rule'
  })
}
