import { splitNames } from '../metadata/names'
import { tidyLanguage } from '../metadata/page-metadata'
import { parseDate } from '../metadata/parse-date'

/** What stands between the two lines of dashes (or plus signs) that open many Markdown files. */
export interface FrontMatter {
  readonly title: string
  readonly authors: readonly string[]
  readonly publishedTime: string | null
  readonly lang: string | null
  readonly source: string | null
  readonly url: string | null
  readonly doi: string | null
  readonly description: string | null
}

const FENCE = /^\uFEFF?(---|\+\+\+)[ \t]*\n([\s\S]{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/

const unquote = (value: string) =>
  value
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()

/** Simple keys only: `key: value`, `key: [a, b]`, and lists of `- value` below a key. */
function readFields(source: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  let key: string | null = null
  for (const line of source.split('\n')) {
    const field = /^([A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(.*)$/.exec(line)
    const item = /^\s+(?:-\s*)?(?:name\s*:\s*)?(.+)$|^-\s+(?:name\s*:\s*)?(.+)$/.exec(line)
    if (field !== null) {
      key = (field[1] as string).toLowerCase()
      const value = (field[2] as string).trim()
      const list = /^\[(.*)\]$/.exec(value)
      const values = list ? (list[1] as string).split(',') : [value]
      fields.set(
        key,
        values.map(unquote).filter((each) => each !== '' && each !== '|' && each !== '>'),
      )
    } else if (item !== null && key !== null) {
      fields.get(key)?.push(unquote(item[1] ?? item[2] ?? ''))
    }
  }
  return fields
}

/** Takes front matter off a Markdown text; without any, the text comes back whole and the fields are null. */
export function takeFrontMatter(text: string): {
  readonly matter: FrontMatter | null
  readonly body: string
} {
  const match = FENCE.exec(text)
  if (match === null) return { matter: null, body: text }
  const fields = readFields(match[2] as string)
  const first = (...keys: readonly string[]) => keys.flatMap((key) => fields.get(key) ?? [])[0] ?? null
  const url = first('url', 'canonical', 'canonical_url', 'link', 'source_url')
  const matter = {
    title: first('title', 'headline') ?? '',
    authors: [
      ...(fields.get('author') ?? []),
      ...(fields.get('authors') ?? []),
      ...(fields.get('by') ?? []),
    ].flatMap(splitNames),
    publishedTime: parseDate(first('date', 'published', 'publisheddate', 'pubdate', 'created') ?? ''),
    lang: tidyLanguage(first('lang', 'language', 'locale')),
    source: first('source', 'site', 'publisher', 'publication', 'journal'),
    url: url !== null && /^https?:\/\/\S+$/i.test(url) ? url : null,
    doi: /10\.\d{4,9}\/\S+/.exec(first('doi') ?? '')?.[0] ?? null,
    description: first('description', 'summary', 'excerpt', 'abstract'),
  }
  return { matter, body: text.slice(match[0].length) }
}
