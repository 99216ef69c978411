/** A cell of RFC 4180; what a spreadsheet would take for a formula is kept as text by an apostrophe. */
export function csvCell(value: string | null | undefined): string {
  const text = value ?? ''
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of cells. */
export const csvRow = (cells: readonly (string | null | undefined)[]) => `${cells.map(csvCell).join(',')}\r\n`
