import { crc32c } from '@shared/journal/crc32c'
import { encodeUtf8 } from '@shared/journal/utf8'
import { describe, expect, it } from 'vitest'

describe('crc32c', () => {
  it('gives the check values that RFC 3720 lists', () => {
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa)
    expect(crc32c(new Uint8Array(32).fill(255))).toBe(0x62a8ab43)
    expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(0x46dd794e)
    expect(crc32c(encodeUtf8('123456789'))).toBe(0xe3069283)
  })

  it('continues from the checksum of what comes before', () => {
    const bytes = encodeUtf8('The same river, stepped into twice: naïve — 🌿')
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const first = crc32c(bytes, 0, cut)
      expect(crc32c(bytes, cut, bytes.length, first)).toBe(crc32c(bytes))
    }
  })
})
