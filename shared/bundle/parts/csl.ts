import type { Article } from '@shared/domain/article'

/** A bibliographic item as citation programs read it (CSL-JSON 1.0.2), with the members that articles have. */
export interface CslItem {
  readonly id: string
  readonly type: 'article' | 'article-journal' | 'webpage' | 'document'
  readonly title: string
  readonly author?: readonly CslName[]
  readonly 'container-title'?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL?: string
  readonly DOI?: string
  readonly abstract?: string
  readonly language?: string
}

export type CslName = { readonly literal: string } | { readonly family: string; readonly given: string }

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[]
}

/** The date of an ISO 8601 text, as exact as it is (year, month, day); null when it has none. */
export function cslDate(iso: string | null): CslDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '')
  if (!match) return null
  const parts = match.slice(1).filter((part) => part !== undefined)
  return { 'date-parts': [parts.map(Number)] }
}

/** Two words are a given and a family name; anything else (bodies, longer names, other orders) stays as it is written. */
function cslName(name: string): CslName {
  const words = name.trim().split(/\s+/)
  const [given, family] = words
  const isPlain =
    words.length === 2 && words.every((word) => /^\p{Lu}[\p{L}’'.-]*\p{Ll}[\p{L}’'.-]*$/u.test(word))
  return isPlain && given && family ? { family, given } : { literal: name }
}

function typeOf({ doi, url, source }: Article['fields']): CslItem['type'] {
  if (doi) return 'article-journal'
  if (url) return 'webpage'
  return source ? 'article' : 'document'
}

/** The article as a bibliographic item. */
export function articleToCsl({ id, fields }: Article): CslItem {
  const { authors, source, publishedTime, capturedTime, url, doi, excerpt, lang } = fields
  const issued = cslDate(publishedTime)
  const accessed = cslDate(capturedTime)
  return {
    id,
    type: typeOf(fields),
    title: fields.title,
    ...(authors.length > 0 ? { author: authors.map(cslName) } : {}),
    ...(source ? { 'container-title': source } : {}),
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    ...(url ? { URL: url } : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(excerpt ? { abstract: excerpt } : {}),
    ...(lang ? { language: lang } : {}),
  }
}
