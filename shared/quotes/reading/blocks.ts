/** A paragraph of the text, without its line end; UTF-16 offsets. */
export interface TextBlock {
  start: number
  end: number
  /** Only a line break inside a paragraph separates it from the next one: quotations may run on. */
  soft: boolean
}

/** Splits a text into its non-empty lines. Where blank lines separate paragraphs, single line ends are soft. */
export function splitBlocks(text: string): TextBlock[] {
  const spaced = /\n[ \t\r]*\n/.test(text)
  const blocks: TextBlock[] = []
  let start = 0
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start)
    const next = lineEnd < 0 ? text.length : lineEnd
    const end = text[next - 1] === '\r' && next > start ? next - 1 : next
    if (text.slice(start, end).trim() !== '') blocks.push({ start, end, soft: false })
    else if (blocks.length > 0) blocks[blocks.length - 1]!.soft = false
    if (spaced && blocks.length > 0 && end > start && text.slice(start, end).trim() !== '') {
      blocks[blocks.length - 1]!.soft = true
    }
    start = next + 1
  }
  if (blocks.length > 0) blocks[blocks.length - 1]!.soft = false
  return blocks
}
