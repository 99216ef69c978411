import { alphaNominal } from '@shared/agreement/alpha-nominal'
import { alphaUnitizing } from '@shared/agreement/alpha-unitizing'
import { cohensKappa, type Pair } from '@shared/agreement/kappa'
import { describe, expect, it } from 'vitest'

const repeat = (count: number, pair: Pair): Pair[] => Array.from({ length: count }, () => pair)
const DIGITS = 6

describe('Cohen’s kappa', () => {
  it('is 0.571 for the lecture ratings of Viera and Garrett, “Understanding Interobserver Agreement” (2005), table 2', () => {
    const pairs = [
      ...repeat(15, ['yes', 'yes']),
      ...repeat(5, ['yes', 'no']),
      ...repeat(10, ['no', 'yes']),
      ...repeat(70, ['no', 'no']),
    ]
    expect(cohensKappa(pairs)).toBeCloseTo((0.85 - 0.65) / (1 - 0.65), DIGITS)
  })

  it('has no value without units, or without variation', () => {
    expect(cohensKappa([])).toBeNull()
    expect(cohensKappa(repeat(5, ['yes', 'yes']))).toBeNull()
  })
})

const columns = (rows: readonly string[]) =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, unit) =>
    rows.map((row) => row[unit] as string).filter((value) => value !== '.'),
  )

describe('Krippendorff’s alpha for categories', () => {
  // Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), examples B and C: 0.095 and 0.743.
  it('is 0.095 for two observers of ten units', () => {
    expect(alphaNominal(columns(['0100000010', '1110010000']))).toBeCloseTo(
      1 - (19 * 8) / (14 * 6 * 2),
      DIGITS,
    )
  })

  it('is 0.743 for four observers of twelve units with missing values', () => {
    const rows = ['123321412...', '1233224125.3', '.3332342251.', '1233244125'.concat('1.')]
    expect(alphaNominal(columns(rows))).toBeCloseTo((39 * 32 - 344) / (40 * 39 - 344), DIGITS)
  })

  it('has no value when nothing varies', () => {
    expect(alphaNominal([['a', 'a'], ['a']])).toBeNull()
  })
})

const units = (...given: readonly (readonly [start: number, length: number])[]) =>
  given.map(([start, length]) => ({ start: start - 150, end: start - 150 + length }))

describe('Krippendorff’s alpha for unitizing', () => {
  // Krippendorff, “Content Analysis”, 2nd ed. (2004), p. 254: a continuum from 150 to 450, two observers.
  it('is 0.7286 for category c', () => {
    const coders = [units([225, 70], [370, 30]), units([220, 80], [355, 20], [400, 20])]
    const alpha = alphaUnitizing(coders, 300)
    expect(alpha).toBeCloseTo(0.7286, 4)
    // Observed: 1300 / 300²; expected, term by term from the definition.
    const gaps = [75, 75, 50, 70, 55, 25, 30]
    const marked = [70, 30, 80, 20, 20]
    const shares = marked.map((length) => {
      const among = ((marked.length - 1) / 3) * (2 * length ** 3 - 3 * length ** 2 + length)
      return (
        among +
        gaps.filter((gap) => gap >= length).reduce((sum, gap) => sum + length ** 2 * (gap - length + 1), 0)
      )
    })
    const own = marked.reduce((sum, length) => sum + length * (length - 1), 0)
    const expected = ((2 / 300) * shares.reduce((a, b) => a + b)) / (600 * 599 - own)
    expect(expected).toBeCloseTo(0.0532, 4)
    expect(alpha).toBeCloseTo(1 - 1300 / 300 ** 2 / expected, DIGITS)
  })

  it('is 1 for category k, which both marked alike', () => {
    const coder = units([180, 60], [300, 50])
    expect(alphaUnitizing([coder, coder], 300)).toBe(1)
  })

  it('has no value with one coder or without marks', () => {
    expect(alphaUnitizing([units([180, 60])], 300)).toBeNull()
    expect(alphaUnitizing([[], []], 300)).toBeNull()
  })
})
