import type { Block, MarkType } from '@shared/domain/block'
import { type BlockKind, BlockWriter } from '../block-writer'
import { CDATA, type DomElement, type DomNode, isElement, TEXT } from './dom'
import { isDataTable } from './tables'

const MARKS: Readonly<Record<string, MarkType>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  a: 'link',
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
)
/** Nothing inside these is text to read. */
const UNREAD = words(
  'script style noscript template iframe object embed svg math canvas audio video picture img button select textarea input head title link meta map rp dialog',
)

interface Frame {
  readonly element: DomElement
  /** What text inside becomes; undefined leaves it to the frame outside. */
  readonly kind?: BlockKind
  /** Only the first block of a list item carries its bullet. */
  used?: boolean
  /** Line breaks and inner paragraphs are spaces here. */
  readonly joins?: boolean
}

/** Resolves an address as written against the page's own. */
export type ResolveLink = (href: string) => string | null

/** A block with where it came from, for judging whether it belongs to the article. */
export interface SourcedBlock {
  readonly block: Block
  /** The nearest element around the text that is not inline. */
  readonly element: DomElement
  /** How much of the text is inside anchors, 0 to 1. */
  readonly linked: number
}

export interface ReadOptions {
  readonly resolve: ResolveLink
  /** Elements to leave out with all they hold. */
  readonly skip?: (element: DomElement) => boolean
}

class BlockReader {
  private readonly writer = new BlockWriter()
  private readonly sourced: SourcedBlock[] = []
  private readonly frames: Frame[] = []
  private listDepth = 0
  private anchors = 0
  private linkedLength = 0
  private length = 0
  private textParent: DomElement | null = null

  constructor(private readonly options: ReadOptions) {}

  /** Walks without recursion, so that depth costs nothing. */
  read(root: DomElement): SourcedBlock[] {
    let node: DomNode = root
    for (;;) {
      const goesIn = this.enter(node)
      if (goesIn && node.firstChild !== null) {
        node = node.firstChild
        continue
      }
      if (goesIn) this.leave(node as DomElement)
      while (node !== root && node.nextSibling === null) {
        node = node.parentNode as DomElement
        this.leave(node as DomElement)
      }
      if (node === root) break
      node = node.nextSibling as DomNode
    }
    this.close()
    return this.sourced
  }

  private get frame(): Frame | undefined {
    return this.frames.findLast((frame) => frame.kind !== undefined)
  }

  private get joins(): boolean {
    return this.frames.some((frame) => frame.joins === true)
  }

  private enter(node: DomNode): boolean {
    if (node.nodeType === TEXT || node.nodeType === CDATA) this.writeText(node)
    if (!isElement(node)) return false
    const name = node.localName
    if (UNREAD.has(name) || this.options.skip?.(node) === true) return false
    if (name === 'a') this.anchors += 1
    const mark = MARKS[name]
    if (mark !== undefined) this.writer.openMark(mark, mark === 'link' ? this.linkOf(node) : undefined)
    else if (name === 'br') this.breakLine(node)
    else if (name === 'q') this.writer.write('“')
    else if (!INLINE.has(name)) this.enterBlock(node, name)
    return true
  }

  private leave(element: DomElement): void {
    const name = element.localName
    const mark = MARKS[name]
    if (name === 'a') this.anchors -= 1
    if (mark !== undefined) this.writer.closeMark(mark)
    else if (name === 'q') this.writer.write('”')
    else if (!INLINE.has(name) && name !== 'br') this.leaveBlock(element, name)
  }

  private linkOf(element: DomElement): string | undefined {
    const href = element.getAttribute('href')?.trim()
    return href ? (this.options.resolve(href) ?? undefined) : undefined
  }

  private writeText(node: DomNode): void {
    const text = node.textContent ?? ''
    const length = text.trim().length
    this.length += length
    if (this.anchors > 0) this.linkedLength += length
    if (length > 0) this.textParent ??= node.parentNode
    if (this.frame?.kind?.type === 'preformatted') this.writer.writeExactly(text)
    else this.writer.write(text)
  }

  private breakLine(element: DomElement): void {
    const type = this.frame?.kind?.type ?? 'paragraph'
    if (type === 'preformatted') this.writer.writeExactly('\n')
    else if (this.joins || type === 'heading' || type === 'listItem' || type === 'caption')
      this.writer.write(' ')
    else if (element.nextSibling !== null) this.close()
  }

  private close(): void {
    const frame = this.frame
    const repeated = frame?.used === true && frame.kind?.type === 'listItem'
    const wrote = this.writer.close(repeated ? undefined : frame?.kind)
    if (wrote) this.note()
    if (wrote && frame !== undefined) frame.used = true
    this.length = 0
    this.linkedLength = 0
    this.textParent = null
  }

  /** Remembers where the block that was just written came from. */
  private note(): void {
    const block = this.writer.blocks.at(-1)
    let element = this.textParent
    while (element?.parentElement != null && INLINE.has(element.localName)) element = element.parentElement
    if (block === undefined || element === null) return
    this.sourced.push({ block, element, linked: this.length > 0 ? this.linkedLength / this.length : 0 })
  }

  private enterBlock(element: DomElement, name: string): void {
    if (this.joins) {
      this.enterJoined(name)
      return
    }
    this.close()
    if (name === 'hr') this.sourced.push({ block: { type: 'rule', text: '' }, element, linked: 0 })
    if (name === 'ul' || name === 'ol' || name === 'menu') this.listDepth += 1
    const frame = this.frameOf(element, name)
    if (frame !== null) this.frames.push(frame)
  }

  private enterJoined(name: string): void {
    if ((name === 'td' || name === 'th') && !this.writer.isEmpty) this.writer.writeCellEnd()
    else this.writer.write(' ')
  }

  private frameOf(element: DomElement, name: string): Frame | null {
    if (/^h[1-6]$/.test(name)) return { element, kind: { type: 'heading', level: Number(name[1]) } }
    if (name === 'li' || name === 'dd') return { element, kind: this.itemKind(element) }
    if (name === 'blockquote') return { element, kind: { type: 'quotation' } }
    if (name === 'pre' || name === 'listing') return { element, kind: { type: 'preformatted' } }
    if (name === 'figcaption' || name === 'caption') return { element, kind: { type: 'caption' } }
    if (name === 'tr' && isDataTable(element)) return { element, kind: { type: 'tableRow' }, joins: true }
    return null
  }

  private itemKind(element: DomElement): BlockKind {
    const ordered = element.parentElement?.localName === 'ol'
    return { type: 'listItem', level: Math.min(100, Math.max(1, this.listDepth)), ordered }
  }

  private leaveBlock(element: DomElement, name: string): void {
    const top = this.frames.at(-1)
    if (this.joins && top?.element !== element) {
      if (name !== 'td' && name !== 'th') this.writer.write(' ')
      return
    }
    this.close()
    if (name === 'ul' || name === 'ol' || name === 'menu') this.listDepth -= 1
    if (top?.element === element) this.frames.pop()
  }
}

/**
 * Reads an element's content as blocks in document order, each with its place in the document. Only text and
 * inline marks come out, links only with addresses that the resolver gives back and that are http, https or mailto.
 */
export function readSourcedBlocks(root: DomElement, options: ReadOptions): SourcedBlock[] {
  return new BlockReader(options).read(root)
}
