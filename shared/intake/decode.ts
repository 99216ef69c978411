import { fail, ok, type Result } from '@shared/base/result'

interface Decoder {
  decode(bytes: Uint8Array): string
}
/** The one web API that decoding needs; Node and browsers both have it. */
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder
}

/** How far browsers look for a charset declaration is 1,024 bytes; real pages put it further down. */
const DECLARATION_WINDOW = 8192
const BINARY_WINDOW = 65_536

function labelFromMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return null
}

/** UTF-16 without a byte order mark shows as zeros in every other place of Latin text. */
function labelFromZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  const half = length / 2
  if (odd > half * 0.7 && even < half * 0.02) return 'utf-16le'
  return even > half * 0.7 && odd < half * 0.02 ? 'utf-16be' : null
}

function labelFromDeclaration(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_WINDOW))
  const meta = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head)
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,30})/i.exec(head)
  return (meta?.[1] ?? xml?.[1] ?? null)?.toLowerCase() ?? null
}

function tryDecode(label: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** Control characters that no text file holds; ESC is kept out for the sake of ISO-2022. */
function isBinaryUnit(unit: number): boolean {
  return unit < 9 || (unit > 13 && unit < 27) || (unit > 27 && unit < 32)
}

function looksBinary(text: string): boolean {
  const length = Math.min(text.length, BINARY_WINDOW)
  let controls = 0
  let replaced = 0
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index)
    if (isBinaryUnit(unit)) controls += 1
    else if (unit === 0xfffd) replaced += 1
  }
  return controls > Math.max(2, length * 0.002) || replaced > length * 0.1
}

/**
 * Bytes to text. In order of trust: byte order mark, zeros that show UTF-16, valid UTF-8 (so a page that lies
 * about its charset is still read well), the declared charset, windows-1252. Line ends become '\n'; nothing is
 * Unicode-normalised. Fails with `file-empty` or `file-binary`.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  if (bytes.length === 0)
    return fail('file-empty', 'The file is empty. Look whether it was saved or copied whole.')
  const certain = labelFromMark(bytes) ?? labelFromZeros(bytes)
  const decoded =
    (certain !== null ? tryDecode(certain, bytes, false) : tryDecode('utf-8', bytes, true)) ??
    tryDecode(labelFromDeclaration(bytes) ?? 'windows-1252', bytes, false) ??
    tryDecode('windows-1252', bytes, false) ??
    ''
  if (looksBinary(decoded)) {
    return fail(
      'file-binary',
      'The file holds no readable text: it looks like a program, picture or archive. Save the article as a web page or text and open that.',
    )
  }
  const text = decoded.replaceAll('\u0000', '').replace(/\r\n?/g, '\n')
  return text.trim() === ''
    ? fail('file-empty', 'The file holds nothing but white space. Look whether it was saved or copied whole.')
    : ok(text)
}
