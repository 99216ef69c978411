const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding (RFC 4648, 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(index, index + 3)
    const group = ((a as number) << 16) | (b << 8) | c
    const digits = [group >> 18, (group >> 12) & 63, (group >> 6) & 63, group & 63]
    text += digits
      .slice(0, Math.min(3, bytes.length - index) + 1)
      .map((digit) => DIGITS[digit])
      .join('')
  }
  return text
}

/** The bytes of base64url text, or null when it is not in the one form that `toBase64Url` gives. */
export function fromBase64Url(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (let index = 0; index < text.length; index += 4) {
    const digits = Array.from(text.slice(index, index + 4), (digit) => DIGITS.indexOf(digit))
    if (digits.some((digit) => digit < 0)) return null
    const [a = 0, b = 0, c = 0, d = 0] = digits
    const group = (a << 18) | (b << 12) | (c << 6) | d
    bytes.push(...[group >> 16, (group >> 8) & 255, group & 255].slice(0, digits.length - 1))
  }
  const found = Uint8Array.from(bytes)
  return toBase64Url(found) === text ? found : null
}
