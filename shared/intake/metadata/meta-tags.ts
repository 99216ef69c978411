import { type DomDocument, findAll } from '../html/dom'

/** What a page says of itself in meta elements, by lower-case name, in document order. */
export interface MetaTags {
  first(...names: readonly string[]): string | null
  all(...names: readonly string[]): string[]
}

/** Reads name, property and itemprop metas; the first name that has a value wins in `first`. */
export function readMetaTags(document: DomDocument): MetaTags {
  const values = new Map<string, string[]>()
  for (const meta of findAll(document, 'meta')) {
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim()
    if (!content) continue
    const names = ['name', 'property', 'itemprop', 'http-equiv'].flatMap(
      (each) => meta.getAttribute(each) ?? [],
    )
    for (const name of names.flatMap((each) => each.toLowerCase().split(/\s+/))) {
      values.set(name, [...(values.get(name) ?? []), content])
    }
  }
  const all = (...names: readonly string[]) => names.flatMap((name) => values.get(name) ?? [])
  return { all, first: (...names) => all(...names)[0] ?? null }
}
