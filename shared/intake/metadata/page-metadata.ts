import { type DomDocument, type DomElement, textOf } from '../html/dom'
import { findAuthors } from './authors'
import { openPage, type Page } from './page'
import { findPublished } from './published'
import { findTitle } from './title'

export interface PageMetadata {
  readonly title: string
  readonly heading: DomElement | null
  readonly authors: readonly string[]
  readonly source: string | null
  readonly url: string | null
  readonly doi: string | null
  readonly publishedTime: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly description: string | null
}

const asAddress = (value: string | null | undefined): string | null => {
  const text = value?.trim() ?? ''
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && text.length < 2000 ? text : null
}

function findUrl({ document, meta, linked }: Page): string | null {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
  return (
    asAddress(canonical) ??
    asAddress(meta.first('og:url', 'twitter:url', 'citation_fulltext_html_url')) ??
    asAddress(linked?.url)
  )
}

function findSource({ meta, linked }: Page): string | null {
  return (
    meta.first('citation_journal_title', 'og:site_name') ??
    linked?.publisher ??
    meta
      .first('dc.publisher', 'application-name', 'apple-mobile-web-app-title', 'publisher', 'copyright')
      ?.slice(0, 100) ??
    null
  )
}

const DOI = /\b10\.\d{4,9}\/[^\s"'<>]+/

function findDoi({ meta, linked }: Page, url: string | null): string | null {
  const stated = meta.first(
    'citation_doi',
    'prism.doi',
    'dc.identifier',
    'dc.identifier.doi',
    'doi',
    'bepress_citation_doi',
  )
  return (
    DOI.exec(stated ?? '')?.[0] ??
    linked?.doi ??
    (url !== null && /doi/i.test(url) ? (DOI.exec(url)?.[0] ?? null) : null)
  )
}

/** A language tag in BCP 47's spelling: de, en-GB, zh-Hant. */
export function tidyLanguage(value: string | null | undefined): string | null {
  const match = /^\s*([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])/i.exec(value ?? '')
  if (match === null) return null
  const [, language, script, region] = match
  const parts = [language?.toLowerCase()]
  if (script) parts.push(`${script[0]?.toUpperCase()}${script.slice(1).toLowerCase()}`)
  if (region) parts.push(region.toUpperCase())
  return parts.join('-')
}

function findLanguage({ document, meta, linked }: Page): string | null {
  const root = document.documentElement
  const stated = [
    root?.getAttribute('lang'),
    root?.getAttribute('xml:lang'),
    meta.first('content-language', 'language', 'dc.language', 'citation_language'),
    linked?.lang,
    meta.first('og:locale'),
    document.querySelector('article[lang], main[lang], [itemprop="articleBody"][lang]')?.getAttribute('lang'),
  ]
  return stated.map(tidyLanguage).find((lang) => lang !== null) ?? null
}

function findDirection({ document }: Page): 'ltr' | 'rtl' | null {
  const marked = document.querySelector('html[dir], body[dir], article[dir], main[dir]')
  const dir = marked?.getAttribute('dir')?.toLowerCase()
  return dir === 'rtl' || dir === 'ltr' ? dir : null
}

/** Reads all that a page says about its article; every field but title may be missing, the title may be empty. */
export function readPageMetadata(document: DomDocument): PageMetadata {
  const page = openPage(document)
  const source = findSource(page)
  const { title, heading } = findTitle(page, source)
  const url = findUrl(page)
  const lang = findLanguage(page)
  return {
    title,
    heading,
    authors: findAuthors(page, heading, source),
    source,
    url,
    doi: findDoi(page, url),
    publishedTime: findPublished(page, heading, url, lang),
    lang,
    dir: findDirection(page),
    description:
      page.meta.first('description', 'og:description', 'twitter:description') ??
      page.linked?.description ??
      null,
  }
}

/** The text of the heading that shows the title, for leaving it out of the blocks. */
export function titlesOf(metadata: PageMetadata): string[] {
  return [metadata.title, metadata.heading === null ? '' : textOf(metadata.heading)].filter(
    (title) => title !== '',
  )
}
