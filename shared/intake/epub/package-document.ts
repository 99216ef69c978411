import { type DomElement, findAll, parseDocument, textOf } from '../html/dom'
import { toHtml } from '../html/to-html'

/** What an EPUB's package document says: its metadata, and its chapters' paths in reading order. */
export interface PackageDocument {
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly date: string | null
  readonly lang: string | null
  readonly description: string | null
  readonly chapters: readonly string[]
}

/** Resolves a path inside the archive against the folder that it is written in. */
function resolvePath(folder: string, href: string): string {
  const parts: string[] = []
  for (const part of `${folder}${decodeURIComponent(href.split('#')[0] ?? '')}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function findChapters(all: readonly DomElement[], folder: string): string[] {
  const items = new Map<string, string>()
  for (const element of all.filter(({ localName }) => localName === 'item')) {
    const isNavigation = / nav /.test(` ${element.getAttribute('properties') ?? ''} `)
    const href = element.getAttribute('href')
    if (href && !isNavigation) items.set(element.getAttribute('id') ?? '', resolvePath(folder, href))
  }
  return all
    .filter(({ localName }) => localName === 'itemref')
    .filter((element) => element.getAttribute('linear') !== 'no')
    .flatMap((element) => items.get(element.getAttribute('idref') ?? '') ?? [])
}

/** Finds the package document's path in META-INF/container.xml. */
export function findPackagePath(container: string): string | null {
  return parseDocument(toHtml(container)).querySelector('rootfile')?.getAttribute('full-path') ?? null
}

/** Reads a package document (EPUB 2 and 3); `path` is its own place in the archive. */
export function readPackageDocument(xml: string, path: string): PackageDocument {
  // Inside HTML, metadata elements with a prefix keep their name: dc:title.
  const all = findAll(parseDocument(toHtml(xml)), '*')
  const values = (name: string) =>
    all
      .filter(({ localName }) => localName.toLowerCase() === name)
      .map((element) => textOf(element))
      .filter(Boolean)
  return {
    title: values('dc:title')[0] ?? '',
    authors: values('dc:creator'),
    publisher: values('dc:publisher')[0] ?? null,
    date: values('dc:date')[0] ?? null,
    lang: values('dc:language')[0] ?? null,
    description: values('dc:description')[0] ?? null,
    chapters: findChapters(all, path.replace(/[^/]*$/, '')),
  }
}
