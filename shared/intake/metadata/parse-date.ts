import { monthOf } from './month-names'

const EARLIEST_YEAR = 1500
const LATEST_YEAR = 2200

const two = (value: number) => String(value).padStart(2, '0')

/** Year, month 1-12 and day as YYYY-MM-DD, or null when there is no such day. */
export function toIsoDate(year: number, month: number, day: number): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) return null
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day <= daysInMonth ? `${year}-${two(month)}-${two(day)}` : null
}

const fullYear = (digits: string) =>
  (digits.length === 2 ? (Number(digits) < 70 ? 2000 : 1900) : 0) + Number(digits)

const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?(?!\d)/
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d{4,6}Z?)?(?!\d)/
const YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})\s*[./年년]\s*(\d{1,2})\s*[./月월]\s*(\d{1,2})(?!\d)/
const NUMBERS = /(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d.]*\d)/
// The length of a month's name is looked at afterwards: `\p{L}{3,14}` takes an engine 40 ms to compile.
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?\s*(?:de |of |d['’])?\s*(\p{L}+)\.?,?\s*(?:de |del )?(\d{4})(?!\d)/gu
const MONTH_DAY =
  /(?<!\p{L})(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}\S*\s+)?(\d{4})(?!\d)/gu
const isAsLongAsMonths = (word: string) => word.length >= 3 && word.length <= 14

/** What was found in a text, and where (UTF-16). */
export interface FoundDate {
  /** ISO 8601, a date or a date and time as far as the text gives it. */
  readonly iso: string
  readonly index: number
}

type Reader = (text: string, american: boolean) => FoundDate | null

const found = (iso: string | null, match: RegExpExecArray): FoundDate | null =>
  iso === null ? null : { iso, index: match.index }

function readIso(text: string): FoundDate | null {
  const match = ISO.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, zone] = match
  const date = toIsoDate(Number(year), Number(month), Number(day))
  if (date === null || hour === undefined) return found(date, match)
  const offset = zone === undefined ? '' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  return found(`${date}T${hour}:${minute}:${second ?? '00'}${offset}`, match)
}

function readInOrder(pattern: RegExp): Reader {
  return (text) => {
    const match = pattern.exec(text)
    return match && found(toIsoDate(Number(match[1]), Number(match[2]), Number(match[3])), match)
  }
}

/** 4/5/2019 is April in American English and May elsewhere; a number above 12 settles it. */
const readNumbers: Reader = (text, american) => {
  const match = NUMBERS.exec(text)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const monthFirst = second > 12 || (american && match[2] === '/' && first <= 12)
  const [month, day] = monthFirst ? [first, second] : [second, first]
  return found(toIsoDate(fullYear(match[4] as string), month, day), match)
}

function readNamed(pattern: RegExp, day: number, month: number): Reader {
  return (text) => {
    const match = [...text.matchAll(pattern)].find((one) => isAsLongAsMonths(one[month] as string))
    const number = match && monthOf(match[month] as string)
    return match && number ? found(toIsoDate(Number(match[3]), number, Number(match[day])), match) : null
  }
}

const READERS: readonly Reader[] = [
  readIso,
  readInOrder(YEAR_FIRST),
  readNamed(DAY_MONTH, 1, 2),
  readNamed(MONTH_DAY, 2, 1),
  readNumbers,
  readInOrder(COMPACT),
]

/** The first date that a text names, in the usual spellings of some twenty languages. */
export function findDate(text: string, lang: string | null = null): FoundDate | null {
  const american = /^en(?:-us)?$/i.test(lang ?? '')
  const hits = READERS.flatMap((read) => read(text, american) ?? [])
  return hits.reduce<FoundDate | null>(
    (best, hit) => (best === null || hit.index < best.index ? hit : best),
    null,
  )
}

/** A date as ISO 8601 from a machine-written or human-written value, or null. */
export function parseDate(value: string, lang: string | null = null): string | null {
  return findDate(value.slice(0, 200), lang)?.iso ?? null
}

/** The date in an address such as /2019/10/16/ or -20191016. */
export function dateInUrl(url: string): string | null {
  const match = /[/_-]((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?=[/_.?#-]|$)/.exec(url)
  return match === null ? null : toIsoDate(Number(match[1]), Number(match[3]), Number(match[4]))
}
