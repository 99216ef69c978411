/** A number of bytes in words, such as `1.2 MB`; thousands, as file managers count. */
export function describeSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  const units = ['KB', 'MB', 'GB']
  let size = bytes / 1_000
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${size.toLocaleString(undefined, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${units[unit]}`
}
