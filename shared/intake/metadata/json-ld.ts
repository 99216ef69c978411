import { isPlainObject } from '@shared/base/check'
import { type DomDocument, findAll } from '../html/dom'

type Fields = Record<string, unknown>

/** The description of an article that pages embed for machines (schema.org in JSON-LD). */
export interface LinkedArticle {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly publisher: string | null
  readonly lang: string | null
  readonly description: string | null
  readonly url: string | null
  readonly doi: string | null
}

const DEPTH_LIMIT = 6
const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|NewsItem)$/
const PAGE = /(?:WebPage|ItemPage|VideoObject|PodcastEpisode|CreativeWork|Product|Event)$/

function parseLeniently(source: string): unknown {
  const text = source.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/g,
    '',
  )
  for (const attempt of [text, text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The second attempt mends raw line breaks and trailing commas, the commonest faults.
    }
  }
  return null
}

function collect(value: unknown, depth: number, into: Fields[]): void {
  if (depth > DEPTH_LIMIT || into.length > 500) return
  if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, into)
  else if (isPlainObject(value)) {
    into.push(value)
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'])
      collect(value[key], depth + 1, into)
  }
}

function typesOf(node: Fields): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string')
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

/** JSON-LD is often filled with text that was escaped for HTML first. */
function unescapeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
    if (code > 0 && code < 0x110000) return String.fromCodePoint(code)
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
}

function stringOf(value: unknown): string | null {
  const single = Array.isArray(value) ? value[0] : value
  const text = isPlainObject(single) ? (single['@value'] ?? single.name ?? single['@id']) : single
  if (typeof text !== 'string') return null
  return unescapeEntities(text).replace(/\s+/g, ' ').trim() || null
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Fields>): string[] {
  const list = Array.isArray(value) ? value.slice(0, 50) : [value]
  return list.flatMap((item) => {
    if (typeof item === 'string') return unescapeEntities(item)
    if (!isPlainObject(item)) return []
    const target = item.name === undefined ? byId.get(String(item['@id'])) : item
    return stringOf(target?.name) ?? []
  })
}

function doiOf(node: Fields): string | null {
  const text = JSON.stringify([node.identifier ?? null, node.sameAs ?? null, node['@id'] ?? null])
  return /10\.\d{4,9}\/[^\s"\\<>]+/.exec(text)?.[0] ?? null
}

function describe(node: Fields, nodes: readonly Fields[]): LinkedArticle {
  const byId = new Map(
    nodes.filter((each) => each.name !== undefined).map((each) => [String(each['@id']), each]),
  )
  const page = node.mainEntityOfPage
  return {
    headline: stringOf(node.headline) ?? stringOf(node.name),
    authors: namesOf(node.author ?? node.creator, byId).flatMap(
      (name) => name.replace(/\s+/g, ' ').trim() || [],
    ),
    published: stringOf(node.datePublished) ?? stringOf(node.uploadDate) ?? stringOf(node.dateCreated),
    modified: stringOf(node.dateModified),
    publisher: namesOf(node.publisher, byId)[0] ?? null,
    lang: stringOf(node.inLanguage),
    description: stringOf(node.description),
    url: stringOf(node.url) ?? (typeof page === 'string' ? page : null),
    doi: doiOf(node),
  }
}

/** The embedded description of the page's article, or of the page where no article is described; null without one. */
export function readLinkedArticle(document: DomDocument): LinkedArticle | null {
  const nodes: Fields[] = []
  for (const script of findAll(document, 'script[type*="ld+json"]').slice(0, 50)) {
    collect(parseLeniently(script.textContent ?? ''), 0, nodes)
  }
  const ofType = (pattern: RegExp) => nodes.find((node) => typesOf(node).some((type) => pattern.test(type)))
  const node = ofType(ARTICLE) ?? ofType(PAGE)
  return node === undefined ? null : describe(node, nodes)
}
