import { nameWords } from '../html/boilerplate'
import { type DomElement, findAll, textOf } from '../html/dom'
import { makeForeignTest, type Page } from './page'

/** What parts a headline from the site's name in a title element. */
const SEPARATOR = /\s+(?:[|–—\-·•»«:›/]|::|&raquo;)\s+|\s*[|»]\s*|:\s+/
const KICKER =
  / (?:kicker|overline|over line|dachzeile|topline|top line|toptitle|supertitle|super title|superheadline|eyebrow|roofline|roof|pretitle|pre title|prefix|category|spitzmarke|vorzeile|ressort|rubric|rubrik|topic|visually hidden|screen reader text|sr only) /
const LOGO = / (?:logo|site title|sitetitle|blog title|site name|sitename|branding|brand|masthead) /

/** Letters and digits only, in lower case: how titles are compared. */
export const flattenTitle = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\u00ad|\u200b|\ufeff/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Places where a word may break are for the page's layout and have no business in a title. */
const withoutJoiners = (text: string) => text.replace(/\u00ad|\u200b|\ufeff/g, '')

export interface FoundTitle {
  readonly title: string
  /** The heading that shows the title on the page. */
  readonly heading: DomElement | null
}

/** Splits a title element where a site's name may be attached. */
function segmentsOf(title: string): string[] {
  return title
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function isSiteHeading(element: DomElement, siteName: string | null): boolean {
  if (siteName !== null && flattenTitle(textOf(element)) === flattenTitle(siteName)) return true
  const link = element.querySelector('a')
  const href = link?.getAttribute('href') ?? ''
  if (link !== null && /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(href)) return true
  for (let current: DomElement | null = element; current !== null; current = current.parentElement) {
    if (LOGO.test(nameWords(current))) return true
  }
  return false
}

/** The words of a heading without the small line that stands above the headline in the same element. */
function headlineOf(heading: DomElement): string {
  const whole = textOf(heading)
  for (const child of Array.from(heading.children)) {
    const part = textOf(child)
    const rest = whole.startsWith(part) ? whole.slice(part.length).replace(/^[\s:|–-]+/, '') : ''
    if (part !== '' && rest.length > 10 && KICKER.test(nameWords(child))) return rest
  }
  return whole
}

/** A heading longer than the page's own headline that ends with it carries a line above: leave that out. */
function endOnStated(shown: string, stated: readonly string[], hasParts: boolean): string {
  const flat = flattenTitle(shown)
  const match = stated.find((each) => {
    const other = flattenTitle(each)
    return hasParts && other.length >= 15 && flat !== other && flat.endsWith(` ${other}`)
  })
  if (match === undefined) return shown
  const wanted = flattenTitle(match).split(' ').length
  const starts = Array.from(shown.matchAll(/[\p{L}\p{N}]+/gu), ({ index }) => index)
  const start = starts.at(-wanted) ?? 0
  const quote = /["'„“«»‘(¿¡]+$/.exec(shown.slice(0, start))?.[0].length ?? 0
  return shown.slice(start - quote)
}

/** How alike two titles are: the share of the shorter one's words that the other has. */
function overlap(a: string, b: string): number {
  const [first, second] = [new Set(flattenTitle(a).split(' ')), new Set(flattenTitle(b).split(' '))]
  const [small, large] = first.size < second.size ? [first, second] : [second, first]
  return [...small].filter((word) => large.has(word)).length / Math.max(1, small.size)
}

function withoutSite(title: string, siteName: string | null): string {
  const parts = segmentsOf(title)
  if (parts.length < 2) return title
  const site = siteName === null ? null : flattenTitle(siteName)
  const last = flattenTitle(parts.at(-1) as string)
  const first = flattenTitle(parts[0] as string)
  const cutEnd = title.slice(0, title.lastIndexOf(parts.at(-1) as string)).replace(/[\s|–—\-·•»«:›/]+$/, '')
  if (site !== null && (last === site || last.startsWith(site) || site.startsWith(last))) return cutEnd
  if (site !== null && (first === site || site.startsWith(first))) {
    return title.slice(title.indexOf(parts[1] as string)).trim()
  }
  const isClear = /\s[|·•»]\s[^|·•»]*$/.test(title) || /\s[–—-]\s[^–—-]{1,40}$/.test(title)
  return isClear && cutEnd.split(/\s+/).length >= 3 ? cutEnd : title
}

function scoreHeading(element: DomElement, stated: readonly string[], siteName: string | null): number {
  const text = headlineOf(element)
  if (text.length < 3 || text.length > 400 || isSiteHeading(element, siteName)) return 0
  const flat = flattenTitle(text)
  const exact = stated.some((each) => flattenTitle(each) === flat) ? 4 : 0
  const segment = stated.some((each) => segmentsOf(each).some((part) => flattenTitle(part) === flat)) ? 2 : 0
  const alike = flat.split(' ').length >= 3 ? Math.max(0, ...stated.map((each) => overlap(text, each))) : 0
  const level = element.localName === 'h1' ? 2 : element.localName === 'h2' ? 0.6 : 0.2
  const named = / (?:headline|entry title|post title|article title|title|article headline) /.test(
    nameWords(element),
  )
    ? 0.7
    : 0
  const marked = /headline|\bname\b/.test(element.getAttribute('itemprop') ?? '') ? 1 : 0
  const like = Math.max(exact, segment, alike > 0.6 ? alike * 2 : 0)
  return like === 0 && element.localName !== 'h1' ? 0 : like + level + named + marked
}

/** The best heading on the page, judged by level, name and likeness to what the page states as its title. */
function findHeading(page: Page, stated: readonly string[], siteName: string | null): DomElement | null {
  let best: DomElement | null = null
  let bestScore = 1.5
  const isForeign = makeForeignTest(null)
  for (const element of findAll(page.document, 'h1, h2, h3, [itemprop="headline"]').slice(0, 200)) {
    const score = isForeign(element) ? 0 : scoreHeading(element, stated, siteName)
    if (score > bestScore) [best, bestScore] = [element, score]
  }
  return best
}

/** The article's headline as the reader sees it, without the site's name and the line above the headline. */
export function findTitle(page: Page, siteName: string | null): FoundTitle {
  const { meta, linked, document } = page
  const element = textOf(document.querySelector('title'))
  const social = meta.first('citation_title', 'dc.title', 'og:title', 'twitter:title', 'headline')
  const stated = [linked?.headline, social, element].flatMap((each) => each || [])
  const heading = findHeading(page, stated, siteName)
  if (heading !== null) {
    const shown = headlineOf(heading)
    const clean = stated.map((each) => withoutSite(each, siteName))
    return { title: withoutJoiners(endOnStated(shown, clean, heading.children.length > 0)), heading }
  }
  const fallback = stated.map((each) => withoutSite(each, siteName)).find((each) => each !== '')
  return { title: withoutJoiners(fallback ?? ''), heading: null }
}
