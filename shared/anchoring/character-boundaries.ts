const joinsPrevious = /^(?:\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}])/u

/** Whether cutting `text` at this UTF-16 offset would tear a surrogate pair, a CRLF or a letter from its marks. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (after >= 0xdc00 && after <= 0xdfff && before >= 0xd800 && before <= 0xdbff) return true
  if (before === 0x0d && after === 0x0a) return true
  if (after < 0x300) return false
  return before === 0x200d || joinsPrevious.test(String.fromCodePoint(text.codePointAt(offset) as number))
}

/** Moves an offset to the nearest place, going by `step`, that cuts between characters. */
export function moveToBoundary(text: string, offset: number, step: -1 | 1): number {
  let place = Math.max(0, Math.min(offset, text.length))
  while (splitsCharacter(text, place)) place += step
  return place
}
