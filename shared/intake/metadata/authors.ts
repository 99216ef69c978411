import { type DomElement, textOf } from '../html/dom'
import { splitNames } from './names'
import { findNear, type Page } from './page'
import { flattenTitle } from './title'

const MARKED =
  '[itemprop~="author"] [itemprop~="name"], [rel~="author"], [itemprop~="author"], [rel~="creator"]'
const NAMED = [
  '[class*="author-name"], [class*="author__name"], [class*="authorName"], [class*="AuthorName"], [class*="author_name"], .fn',
  '[class*="byline"], [class*="Byline"], [class*="by-line"]',
  '[class*="author"], [class*="Author"], [id*="author"], [class*="autor"], [class*="Autor"], [class*="writer"], [class~="username"], [data-testid*="author"]',
  '[class*="post-meta"], [class*="entry-meta"], [class*="article-meta"], [class*="meta"], [class*="info"], [class*="submitted"], [class*="date"]',
]

function namesIn(elements: readonly DomElement[], needsCue: boolean): string[] {
  for (const element of elements.slice(0, 8)) {
    const text = textOf(element)
    if (text.length > 250 || text === '') continue
    const cue = /(?:^|[\s|•·])(?:by|von|par|por|door|av|af)\s+(?=\p{Lu})/iu.exec(text)
    if (needsCue && cue === null) continue
    const names = splitNames(cue !== null && cue.index < 80 ? text.slice(cue.index).trim() : text)
    if (names.length > 0) return names
  }
  return []
}

/** Authors as the page marks them up, nearest to the headline first. */
function findMarkedUp(page: Page, heading: DomElement | null): string[] {
  const marked = findNear(page, MARKED, heading)
  const first = marked[0]
  if (first !== undefined) {
    const group = marked.filter((each) => each.parentElement === first.parentElement)
    const names = group.flatMap((each) => (textOf(each).length < 120 ? splitNames(textOf(each)) : []))
    if (names.length > 0) return names
  }
  for (const [index, selector] of NAMED.entries()) {
    const names = namesIn(findNear(page, selector, heading), index === 3)
    if (names.length > 0) return names
  }
  return []
}

const BYLINE =
  /^(?:by|von|par|por|door|text:|written by|posted by|submitted by|geschrieben von|erstellt von|ein (?:gast)?beitrag von)\s+\p{Lu}/iu

/** A line just under the headline that reads "By …". */
function findLine(page: Page, heading: DomElement | null): string[] {
  if (heading === null) return []
  const start = page.order.get(heading) ?? 0
  const lines = findNear(page, 'p, div, span, em, strong, small, td', heading).filter((element) => {
    const distance = (page.order.get(element) ?? 0) - start
    return distance > 0 && distance < 150 && (element.textContent ?? '').length < 200
  })
  const line = lines.map(textOf).find((text) => text.length < 150 && BYLINE.test(text))
  return line === undefined ? [] : splitNames(line)
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = flattenTitle(name)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The article's authors: what it states for machines if that names people, else what it shows near the headline. */
export function findAuthors(page: Page, heading: DomElement | null, siteName: string | null): string[] {
  const { meta, linked } = page
  const site = siteName === null ? null : flattenTitle(siteName)
  const isSite = (name: string) => site !== null && flattenTitle(name) === site
  const sources: (() => string[])[] = [
    () => meta.all('citation_author', 'dc.creator', 'dcterms.creator').flatMap(splitNames),
    () => (linked?.authors ?? []).flatMap(splitNames),
    () =>
      meta
        .all('author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.contributor')
        .flatMap(splitNames),
    () => findMarkedUp(page, heading),
    () => findLine(page, heading),
  ]
  let fallback: string[] = []
  for (const source of sources) {
    const names = unique(source())
    if (names.length > 0 && !names.every(isSite)) return names.slice(0, 20)
    if (fallback.length === 0) fallback = names
  }
  return fallback.slice(0, 20)
}
