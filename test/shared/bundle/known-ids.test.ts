import { KnownIds } from '@shared/bundle/records/known-ids'
import { randomFrom } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const random = randomFrom(3)
const hex = (digits: number) =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')
const makeId = () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
const sorted = (count: number) => Array.from({ length: count }, makeId).sort()

/** Which of the ids are new, one after another. */
const answers = (ids: readonly string[]) => {
  const known = new KnownIds()
  return ids.map((id) => known.add(id))
}

describe('known ids', () => {
  it('are told from new ones, in runs of any length', () => {
    const [long, short, last] = [sorted(9_000), sorted(500), sorted(3_000)]
    const mixed = [...last, ...long.filter((_, index) => index % 7 === 0), short.at(-1) as string].sort()
    const ids = [...long, ...short, ...mixed]
    const seen = new Set<string>()
    const expected = ids.map((id) => seen.size < seen.add(id).size)
    expect(answers(ids)).toEqual(expected)
    expect(expected.filter((isNew) => !isNew)).toHaveLength(1_287)
  })

  it('are told whatever their order', () => {
    const ids = sorted(300).reverse()
    expect(answers([...ids, ...ids]).filter((isNew) => isNew)).toHaveLength(300)
  })

  it('are told apart by any one digit', () => {
    const id = '01960000-0000-7000-8000-000000000000'
    const others = [...id].flatMap((digit, at) =>
      digit === '-' ? [] : [`${id.slice(0, at)}${digit === 'f' ? 'e' : 'f'}${id.slice(at + 1)}`],
    )
    expect(answers([id, ...others]).every((isNew) => isNew)).toBe(true)
    expect(answers([id, ...others, id]).at(-1)).toBe(false)
  })
})
