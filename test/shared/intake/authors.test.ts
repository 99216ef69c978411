import { cleanName, splitNames } from '@shared/intake/metadata/names'
import { describe, expect, it } from 'vitest'

describe('names in bylines', () => {
  it.each([
    ['By Mara Lindqvist', ['Mara Lindqvist']],
    ['Von Nele Janssen und Piet de Wit', ['Nele Janssen', 'Piet de Wit']],
    ['Di Stefano Rossi', ['Di Stefano Rossi']],
    ['Written by: Tom Okafor | 11 February 2024', ['Tom Okafor']],
    ['Lindqvist, Mara', ['Mara Lindqvist']],
    ['J. R. Okafor', ['J. R. Okafor']],
  ])('%s', (line, names) => {
    expect(splitNames(line)).toEqual(names)
  })

  it('are not found in addresses, accounts without a name, or sentences', () => {
    for (const text of ['https://a.example/staff', 'admin', 'The dog is old. It sleeps all day']) {
      expect(cleanName(text)).toBeNull()
    }
  })
})
