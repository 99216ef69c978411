/** As deep as browsers themselves nest elements. */
const DEPTH_LIMIT = 512

const VOID_TAGS = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
)
const RAW_TAGS = new Set(['script', 'style', 'textarea', 'title'])
const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/

/** The position after a comment or raw element that opens at `start`, or null when none does. */
function skipRaw(html: string, start: number, name: string, from: number): number | null {
  const close = html.startsWith('<!--', start) ? '-->' : RAW_TAGS.has(name) ? `</${name}` : null
  if (close === null) return null
  const end = html.indexOf(close, from)
  const lower = end === -1 && close !== '-->' ? html.indexOf(close.toUpperCase(), from) : end
  return lower === -1 ? html.length : lower + close.length
}

/**
 * Leaves out the tags (never the text) of elements nested deeper than 512, since parsers slow down with the
 * square of depth and recursive code overflows. One pass over the text; ordinary pages come back unchanged.
 */
export function limitNesting(html: string): string {
  const kept: string[] = []
  let depth = 0
  let keptTo = 0
  let position = html.indexOf('<')
  while (position !== -1) {
    const [, slash = '', rawName = ''] = TAG.exec(html.slice(position, position + 40)) ?? []
    const name = rawName.toLowerCase()
    const skipped = slash === '' ? skipRaw(html, position, name, position + 1) : null
    const close = skipped === null && name !== '' ? html.indexOf('>', position) : -1
    if (close === -1 && skipped === null && name !== '') break
    if (close !== -1 && !VOID_TAGS.has(name)) {
      const tooDeep = depth > DEPTH_LIMIT
      if (slash === '') depth += html[close - 1] === '/' ? 0 : 1
      else depth = Math.max(0, depth - 1)
      if (tooDeep && (slash === '' || depth >= DEPTH_LIMIT)) {
        kept.push(html.slice(keptTo, position))
        keptTo = close + 1
      }
    }
    position = html.indexOf('<', Math.max(skipped ?? 0, position + 1))
  }
  return keptTo === 0 ? html : kept.join('') + html.slice(keptTo)
}
