import { parseHTML } from 'linkedom/worker'
import { limitNesting } from './limit-nesting'

// shared/ has no DOM types, and the little that intake needs is best seen in one place.

export const ELEMENT = 1
export const TEXT = 3
export const CDATA = 4

export interface DomNode {
  readonly nodeType: number
  readonly parentNode: DomElement | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly previousSibling: DomNode | null
  textContent: string | null
  remove(): void
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly id: string
  readonly className: string
  readonly children: ArrayLike<DomElement>
  readonly parentElement: DomElement | null
  readonly nextElementSibling: DomElement | null
  readonly previousElementSibling: DomElement | null
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  setAttribute(name: string, value: string): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  getElementsByTagName(name: string): ArrayLike<DomElement>
  appendChild(node: DomNode): DomNode
  insertBefore(node: DomNode, before: DomNode | null): DomNode
  contains(node: DomNode): boolean
  cloneNode(deep: boolean): DomElement
}

export interface DomDocument {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  readonly head: DomElement | null
  readonly title: string
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  createElement(name: string): DomElement
  createTextNode(text: string): DomNode
}

const ROOT_TAG = /<html\b[^>]*>/gi
const FRAME_TAGS = /<\/?(?:html|head|body)(?:\s[^>]*)?>|<!doctype[^>]*>/gi

/** The attributes of the page's own root, past those that stand in comments for old browsers. */
function rootTag(html: string): string {
  const tags = html.slice(0, 20_000).match(ROOT_TAG) ?? []
  return tags.find((tag) => /\slang\s*=/i.test(tag)) ?? '<html>'
}

/**
 * Parses HTML into a document without a window: nothing in it runs, loads or styles. Browsers repair missing,
 * doubled or late html, head and body tags and this parser does not, so all of a page is put into one body.
 */
export function parseDocument(html: string): DomDocument {
  const content = limitNesting(html.replace(FRAME_TAGS, ' '))
  const whole = `<!doctype html>${rootTag(html)}<head></head><body>${content}</body></html>`
  return (parseHTML(whole) as unknown as { document: DomDocument }).document
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT
}

/** A list of all elements that match, safe to change the document under. */
export function findAll(root: DomElement | DomDocument, selector: string): DomElement[] {
  return Array.from(root.querySelectorAll(selector))
}

/** The node that follows in document order within `root`, with or without going into `node`'s children. */
export function nextNode(node: DomNode, root: DomNode, intoChildren = true): DomNode | null {
  if (intoChildren && node.firstChild !== null) return node.firstChild
  let current: DomNode | null = node
  while (current !== null && current !== root) {
    if (current.nextSibling !== null) return current.nextSibling
    current = current.parentNode
  }
  return null
}

/** The text of a node with runs of white space made one space, trimmed. */
export function textOf(node: DomNode | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
