import { isPlainObject } from '../../base/check'
import { isId } from '../../base/ids'
import type { Json } from '../../base/json'

/** Finds the words that a reference shows; undefined when what it refers to is not at hand. */
export type LabelOf = (id: string) => string | undefined

interface Node {
  readonly type?: Json
  readonly text?: Json
  readonly format?: Json
  readonly tag?: Json
  readonly url?: Json
  readonly target?: Json
  readonly listType?: Json
  readonly children?: Json
  readonly root?: Json
}

/** Bits of the editor's text formats, with the Markdown that stands for them. */
const FORMATS: readonly (readonly [bit: number, mark: string])[] = [
  [16, '`'],
  [4, '~~'],
  [2, '*'],
  [1, '**'],
]

const childrenOf = (node: Node): readonly Node[] =>
  Array.isArray(node.children) ? (node.children as unknown[]).filter(isPlainObject) : []

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** A note's content as Markdown: headings, lists, quotations, code, links, emphasis; references by their words. */
export function noteToMarkdown(title: string, content: Json, labelOf: LabelOf): string {
  const top = isPlainObject(content) ? (content as Node) : {}
  const root = isPlainObject(top.root) ? (top.root as Node) : top
  const blocks = childrenOf(root).map((node) => blockToMarkdown(node, labelOf, 0))
  return `${[`# ${title.replace(/\s+/g, ' ')}`, ...blocks.filter((block) => block !== '')].join('\n\n')}\n`
}

function blockToMarkdown(node: Node, labelOf: LabelOf, depth: number): string {
  const line = () => inline(node, labelOf)
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(/^h([1-6])$/.exec(textOf(node.tag))?.[1] ?? 2))} ${line()}`
    case 'quote':
      return line().replace(/^/gm, '> ')
    case 'code':
      return `\`\`\`\n${plainText(node)}\n\`\`\``
    case 'list':
      return listToMarkdown(node, labelOf, depth)
    default:
      return line()
  }
}

function listToMarkdown(node: Node, labelOf: LabelOf, depth: number): string {
  if (depth > 50) return ''
  let number = 0
  return childrenOf(node)
    .map((item) => {
      const nested = childrenOf(item).filter(({ type }) => type === 'list')
      const own = {
        ...item,
        children: childrenOf(item).filter(({ type }) => type !== 'list') as unknown as Json,
      }
      const lists = nested.map((list) => listToMarkdown(list, labelOf, depth + 1))
      const words = inline(own, labelOf)
      if (words !== '') number += 1
      const mark = node.listType === 'number' ? `${number}.` : '-'
      return [...(words === '' ? [] : [`${'  '.repeat(depth)}${mark} ${words}`]), ...lists].join('\n')
    })
    .join('\n')
}

function plainText(node: Node): string {
  if (node.type === 'linebreak') return '\n'
  return textOf(node.text) + childrenOf(node).map(plainText).join('')
}

function inline(node: Node, labelOf: LabelOf): string {
  return childrenOf(node)
    .map((child) => {
      if (child.type === 'linebreak') return '\n'
      if (child.type === 'reference' && isId(child.target))
        return `[${escapeText(labelOf(child.target) ?? (textOf(child.text) || 'reference'))}](urn:uuid:${child.target})`
      if (child.type === 'link') return `[${inline(child, labelOf)}](${encodeURI(textOf(child.url))})`
      return child.text === undefined ? inline(child, labelOf) : formatted(child)
    })
    .join('')
}

function formatted(node: Node): string {
  const format = typeof node.format === 'number' ? node.format : 0
  const text = textOf(node.text)
  const marks = FORMATS.filter(([bit]) => (format & bit) !== 0)
  const isCode = marks.some(([, mark]) => mark === '`')
  return marks.reduce((marked, [, mark]) => `${mark}${marked}${mark}`, isCode ? text : escapeText(text))
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\n/g, ' ')
}
