import { ok, type Result } from '@shared/base/result'
import type { Block, MarkType } from '@shared/domain/block'
import MarkdownIt, { type Token } from 'markdown-it'
import type { ArticleDraft } from '../article-draft'
import { type BlockKind, BlockWriter, trimRules } from '../block-writer'
import { completeDraft } from '../complete-draft'
import { parseDocument } from '../html/dom'
import { readSourcedBlocks } from '../html/read-blocks'
import { takeFrontMatter } from './front-matter'
import { readBlocksHead } from './read-text-head'

const MARKS: Readonly<Record<string, MarkType>> = { strong: 'bold', em: 'italic', s: 'strike', link: 'link' }
const HTML_MARKS: Readonly<Record<string, MarkType>> = {
  sup: 'superscript',
  sub: 'subscript',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  code: 'code',
}

class MarkdownReader {
  readonly blocks: Block[] = []
  private writer = new BlockWriter()
  private lists: boolean[] = []
  private quotes = 0
  /** A list item's first paragraph carries its bullet, the others do not. */
  private itemOpen = false
  private kind: BlockKind | null = null

  read(tokens: readonly Token[]): Block[] {
    for (const token of tokens) this.readToken(token)
    this.blocks.push(...this.take())
    return this.blocks
  }

  private take(kind?: BlockKind): Block[] {
    this.writer.close(kind)
    return this.writer.blocks.splice(0)
  }

  private close(kind: BlockKind): void {
    this.blocks.push(...this.take(kind))
  }

  private textKind(): BlockKind {
    if (this.kind !== null) return this.kind
    if (this.itemOpen)
      return {
        type: 'listItem',
        level: Math.min(100, this.lists.length),
        ordered: this.lists.at(-1) === true,
      }
    return { type: this.quotes > 0 ? 'quotation' : 'paragraph' }
  }

  private readToken(token: Token): void {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.lists.push(token.type === 'ordered_list_open')
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.lists.pop()
        break
      case 'list_item_open':
        this.itemOpen = true
        break
      case 'list_item_close':
        this.itemOpen = false
        break
      case 'blockquote_open':
        this.quotes += 1
        break
      case 'blockquote_close':
        this.quotes -= 1
        break
      case 'heading_open':
        this.kind = { type: 'heading', level: Number(token.tag[1]) }
        break
      case 'heading_close':
        this.kind = null
        break
      default:
        this.readContent(token)
    }
  }

  private readContent(token: Token): void {
    if (token.type === 'inline') this.readInline(token.children ?? [])
    else if (token.type === 'fence' || token.type === 'code_block') {
      this.writer.writeExactly(token.content)
      this.close({ type: 'preformatted' })
    } else if (token.type === 'hr') this.blocks.push({ type: 'rule', text: '' })
    else if (token.type === 'html_block') this.readHtmlBlock(token.content)
    else if (token.type === 'tr_open') this.kind = { type: 'tableRow' }
    else if ((token.type === 'td_open' || token.type === 'th_open') && !this.writer.isEmpty)
      this.writer.writeCellEnd()
    else if (token.type === 'tr_close') {
      this.close({ type: 'tableRow' })
      this.kind = null
    }
  }

  private readHtmlBlock(html: string): void {
    const body = parseDocument(html).body
    if (body === null) return
    this.blocks.push(...readSourcedBlocks(body, { resolve: (href) => href }).map(({ block }) => block))
  }

  private readInline(children: readonly Token[]): void {
    for (const token of children) this.readInlineToken(token)
    if (this.kind?.type === 'tableRow') return
    this.close(this.textKind())
    this.itemOpen = false
  }

  private readInlineToken(token: Token): void {
    const mark = MARKS[token.type.replace(/_(?:open|close)$/, '')]
    if (mark !== undefined && token.nesting === 1)
      this.writer.openMark(mark, token.attrGet('href')?.toString())
    else if (mark !== undefined) this.writer.closeMark(mark)
    else if (token.type === 'code_inline') {
      this.writer.openMark('code')
      this.writer.write(token.content)
      this.writer.closeMark('code')
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') this.writer.write(' ')
    else if (token.type === 'html_inline') this.readInlineTag(token.content)
    else if (token.type === 'text') this.writer.write(token.content)
  }

  private readInlineTag(tag: string): void {
    const [, slash, name = ''] = /^<(\/?)([a-zA-Z]+)/.exec(tag) ?? []
    const mark = HTML_MARKS[name.toLowerCase()]
    if (name.toLowerCase() === 'br') this.writer.write(' ')
    else if (mark !== undefined && slash === '/') this.writer.closeMark(mark)
    else if (mark !== undefined) this.writer.openMark(mark)
  }
}

/** The first heading is the title unless front matter gives one; in both cases it leaves the text. */
function takeTitle(blocks: readonly Block[], stated: string): { title: string; rest: readonly Block[] } {
  const [first] = blocks
  if (first?.type !== 'heading') return { title: stated, rest: blocks }
  const matches = stated === '' ? first.level === 1 || blocks.length > 1 : first.text === stated
  return matches ? { title: stated || first.text, rest: blocks.slice(1) } : { title: stated, rest: blocks }
}

/** Markdown (CommonMark with tables and strikethrough) as an article, with front matter where it has any. */
export function readMarkdown(text: string, originalName: string): Result<ArticleDraft> {
  const { matter, body } = takeFrontMatter(text)
  const tokens = new MarkdownIt({ html: true, linkify: false, typographer: false }).parse(body, {})
  const { title, rest } = takeTitle(new MarkdownReader().read(tokens), matter?.title ?? '')
  const head = readBlocksHead(rest)
  return ok(
    completeDraft({
      ...matter,
      title,
      authors: matter?.authors.length ? matter.authors : head.authors,
      publishedTime: matter?.publishedTime ?? head.publishedTime,
      blocks: trimRules(rest.slice(head.length)),
      originalName,
    }),
  )
}
