const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' })
const medium = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })

/** An ISO 8601 date by the reader's locale; a year or a month alone, or what is no date, stays as it is written. */
export function describeDay(iso: string, length: 'long' | 'medium' = 'long'): string {
  const time = /^\d{4}-\d{2}-\d{2}/.test(iso) ? Date.parse(iso.slice(0, 10)) : Number.NaN
  if (Number.isNaN(time)) return iso
  return (length === 'long' ? long : medium).format(time)
}
