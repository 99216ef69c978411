import { fileNameFor, firstBytes } from '@shared/base/file-name'
import { describe, expect, it } from 'vitest'

const bytesOf = (text: string) => Buffer.byteLength(text)

describe('file names', () => {
  it('keep what is short, without what systems do not take', () => {
    expect(fileNameFor('My notebook', '.florilegium')).toBe('My notebook.florilegium')
    expect(fileNameFor('a/b: "c"?', '.zip')).toBe('a b c.zip')
    expect(fileNameFor(' \u0000 ', '.zip')).toBe('Notebook.zip')
  })

  it.each(['x', 'é', '港', '😀', '👩‍👩‍👧', 'e\u0301'])(
    'are cut by bytes and between characters: %s',
    (character) => {
      const name = fileNameFor(character.repeat(300), '.florilegium.age')
      expect(bytesOf(name)).toBeLessThanOrEqual(240)
      expect(bytesOf(name)).toBeGreaterThan(200)
      expect(name.slice(0, -'.florilegium.age'.length).replaceAll(character, '')).toBe('')
    },
  )

  it('are not cut where everything fits', () => {
    expect(firstBytes('港港', 6)).toBe('港港')
    expect(firstBytes('港港', 5)).toBe('港')
    expect(firstBytes('', 0)).toBe('')
  })
})
