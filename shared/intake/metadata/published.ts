import { type DomElement, textOf } from '../html/dom'
import { findNear, type Page } from './page'
import { dateInUrl, findDate, parseDate } from './parse-date'

const META = [
  'citation_publication_date',
  'citation_date',
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publication_date',
  'published_time',
  'published',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date',
  'article:post_date',
  'article.published',
  'created',
]
const MARKED =
  '[itemprop~="datePublished"], time[pubdate], abbr.published, [class~="published"], [class*="entry-date"]'
const NAMED =
  '[class*="date"], [class*="Date"], [class*="datum"], [class*="Datum"], [id*="date"], [class*="publish"], [class*="time"], [class*="meta"], [class*="byline"], [class*="info"], [class*="posted"], [class*="submitted"], [class*="stamp"], [class*="fecha"], [class*="dateline"]'
/** A label that says the date is of a later change. */
const LATER =
  /updated|modified|aktualisiert|geändert|letzte änderung|mis à jour|actualizado|aggiornato|bijgewerkt/i
/** How far from the headline, in elements, a bare date is believed to be the article's. */
const REACH = 120

type Found = string | null

/** A date that people would write of an article they read now, not of the events in it. */
function isPlausible(iso: string): boolean {
  const year = Number(iso.slice(0, 4))
  return year >= 1990 && iso.slice(0, 10) <= new Date(Date.now() + 172_800_000).toISOString().slice(0, 10)
}

function dateOf(element: DomElement, lang: string | null): Found {
  const stated = ['content', 'datetime', 'title'].flatMap((name) => element.getAttribute(name) ?? [])
  for (const value of [...stated, textOf(element)]) {
    const iso = value.length < 200 ? parseDate(value, lang) : null
    if (iso !== null && isPlausible(iso)) return iso
  }
  return null
}

function firstDate(elements: readonly DomElement[], lang: string | null): Found {
  const dated = elements.slice(0, 40).flatMap((element) => {
    const iso = dateOf(element, lang)
    return iso === null
      ? []
      : [{ iso, later: LATER.test(`${textOf(element)} ${element.getAttribute('class') ?? ''}`) }]
  })
  return (dated.find((each) => !each.later) ?? dated[0])?.iso ?? null
}

/** A date standing by itself, or nearly, close to the headline. */
function findBare(page: Page, heading: DomElement | null, lang: string | null): Found {
  const start = heading === null ? 0 : (page.order.get(heading) ?? 0)
  const close = findNear(
    page,
    'p, div, span, td, li, small, em, strong, h2, h3, h4, h5, h6, a, b, i, font',
    heading,
  ).filter((element) => {
    const distance = (page.order.get(element) ?? 0) - start
    return distance > -REACH / 3 && distance < REACH
  })
  const texts = close.map(textOf).filter((text) => text.length > 5 && text.length < 120)
  for (const text of texts) {
    const date = findDate(text, lang)
    if (date !== null && date.index < 60 && isPlausible(date.iso)) return date.iso
  }
  return null
}

/** A time stated in UTC names another day than the reader was shown where the outlet is west or east of it. */
function settleDay(stated: string, others: readonly Found[]): string {
  if (!/(?:Z|\+00:00)$/.test(stated)) return stated
  const day = Date.parse(stated.slice(0, 10))
  const shown = others.find(
    (each) => each !== null && Math.abs(Date.parse(each.slice(0, 10)) - day) === 86_400_000,
  )
  return shown ? shown.slice(0, 10) : stated
}

/** When the article was published, as ISO 8601: stated for machines, in its address, or shown by the headline. */
export function findPublished(
  page: Page,
  heading: DomElement | null,
  url: string | null,
  lang: string | null,
): Found {
  const { meta, linked } = page
  const stated = [...meta.all(...META), linked?.published ?? '']
    .map((value) => parseDate(value, lang))
    .find((iso) => iso !== null && isPlausible(iso))
  const inUrl = url === null ? null : dateInUrl(url)
  if (stated) return settleDay(stated, [inUrl])
  return (
    firstDate(findNear(page, MARKED, heading), lang) ??
    inUrl ??
    firstDate(findNear(page, 'time', heading), lang) ??
    firstDate(findNear(page, NAMED, heading), lang) ??
    findBare(page, heading, lang) ??
    [linked?.modified ?? '', ...meta.all('article:modified_time', 'last-modified', 'og:updated_time')]
      .map((value) => parseDate(value, lang))
      .find((iso) => iso !== null) ??
    null
  )
}
