const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

/** A number of bytes in words, such as 1.4 MB (of a million bytes). */
export function describeSize(bytes: number): string {
  let [size, unit] = [bytes, 0]
  while (size >= 1000 && unit < UNITS.length - 1) [size, unit] = [size / 1000, unit + 1]
  const rounded = size.toLocaleString(undefined, { maximumFractionDigits: unit > 0 && size < 10 ? 1 : 0 })
  return `${rounded} ${UNITS[unit]}`
}
