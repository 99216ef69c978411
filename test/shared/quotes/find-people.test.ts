import { findPeople } from '@shared/quotes/find-people'
import { describe, expect, it } from 'vitest'

describe('finding people', () => {
  it('joins full name, title and surname into one person with aliases', () => {
    const text = 'President Maret Kask spoke first. Ms. Kask then left. Later Kask returned with her aides.'
    const people = findPeople(text, { lang: 'en' })
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ name: 'Maret Kask', kind: 'person', key: 'maret-kask' })
    expect(people[0]!.mentions.map((span) => text.slice(...span))).toEqual([
      'President Maret Kask',
      'Ms. Kask',
      'Kask',
    ])
  })

  it('keeps two people of one surname apart', () => {
    const text = 'Eva Novak met Karel Novak in the hall. Ms. Novak smiled. Mr. Novak did not.'
    const people = findPeople(text, { lang: 'en' })
    expect(people.map((person) => person.name).sort()).toEqual(['Eva Novak', 'Karel Novak'])
  })

  it('gives the role that the text states', () => {
    const [person] = findPeople(
      'Otto Lind of Uppsala, the director of the observatory, declined to comment.',
      { lang: 'en' },
    )
    expect(person).toMatchObject({ name: 'Otto Lind', role: 'the director of the observatory' })
  })

  it('knows organisations by their names', () => {
    const people = findPeople('The Harbour Workers Union rejected the offer on Tuesday.', { lang: 'en' })
    expect(people).toMatchObject([{ kind: 'organisation' }])
  })
})
