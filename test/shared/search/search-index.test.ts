import type { Id } from '@shared/base/ids'
import { SearchIndex } from '@shared/search/search-index'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'

let index: SearchIndex

const put = (id: string, head: string, ...parts: string[]) => index.put({ id: id as Id, head, parts })
const ids = (query: string) => index.search(query, 20).results.map(({ id }) => id)

beforeEach(() => {
  index = new SearchIndex()
  put(
    'harbour',
    'The harbour opens',
    'The master of the quay spoke of storms.',
    'No boat left in three days.',
  )
  put('barrier', 'A barrier for the town', 'Storm surges come over the quay.', 'The Café Größe stayed open.')
  put('japan', '港は閉鎖された', '港長は「海が静まるまで開けない」と述べた。')
})

describe('searching whole texts', () => {
  it('finds what holds every word, in any order and in any part', () => {
    expect(ids('quay boat ')).toEqual(['harbour'])
    expect(ids('quay ')).toHaveLength(2)
    expect(ids('quay aeroplane ')).toEqual([])
  })

  it('takes the word being typed for a beginning, and a finished one as it is', () => {
    expect(ids('stor')).toHaveLength(2)
    expect(ids('sto ')).toEqual([])
    expect(ids('stor* quay ')).toHaveLength(2)
  })

  it('overlooks case and accents', () => {
    expect(ids('CAFE grosse ')).toEqual([])
    expect(ids('CAFE ')).toEqual(['barrier'])
    expect(ids('Größe ')).toEqual(['barrier'])
    expect(ids('grosse')).toEqual([])
  })

  it('finds phrases in their order only, never across paragraphs', () => {
    expect(ids('"over the quay"')).toEqual(['barrier'])
    expect(ids('"quay the over"')).toEqual([])
    expect(ids('"storms no boat"')).toEqual([])
  })

  it('leaves out what is excluded', () => {
    expect(ids('quay -surges')).toEqual(['harbour'])
  })

  it('finds words of scripts that have no spaces', () => {
    expect(ids('"静まる"')).toEqual(['japan'])
  })

  it('takes similar words for one that does not occur, and says so', () => {
    const answer = index.search('harbuor ', 20)
    expect(answer.respelled).toEqual([])
    expect(index.search('harbor ', 20)).toMatchObject({ respelled: ['harbor'], total: 1 })
  })

  it('puts a hit in the title before one in the text', () => {
    put('late', 'Storms', 'Nothing else is said here of anything at all, at some length.')
    expect(ids('storms ')[0]).toBe('late')
  })

  it('shows where the words stand', () => {
    const [result] = index.search('three days', 20).results
    expect(result).toMatchObject({ part: 1, offset: 0, text: 'No boat left in three days.' })
    expect(result?.hits.map(([start, end]) => result.text.slice(start, end))).toEqual(['three', 'days'])
  })

  it('cuts long paragraphs around the hit', () => {
    put('long', '', `${'word '.repeat(400)}needle ${'word '.repeat(400)}`)
    const [result] = index.search('needle ', 20).results
    expect(result?.text.length).toBeLessThan(230)
    expect(result?.hits.map(([start, end]) => result.text.slice(start, end))).toEqual(['needle'])
  })

  it('forgets what was removed or replaced', () => {
    put('harbour', 'The harbour opens', 'Nothing.')
    index.remove('barrier' as Id)
    expect(ids('quay ')).toEqual([])
  })

  it('finds the same documents as reading them all', () => {
    const word = fc.constantFrom('ash', 'bay', 'cliff', 'dune', 'eel', 'fjord')
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (texts, query) => {
          const fresh = new SearchIndex()
          for (const [number, each] of texts.entries())
            fresh.put({ id: `${number}` as Id, head: '', parts: [each] })
          const words = fresh.search(`${query.join(' ')} `, 100).results.map(({ id }) => id)
          const phrase = fresh.search(`"${query.join(' ')}"`, 100).results.map(({ id }) => id)
          const holding = (holds: (words: string[]) => boolean) =>
            texts.flatMap((each, number) => (holds(each.split(' ')) ? [`${number}`] : []))
          expect([...words].sort()).toEqual(
            holding((own) => query.every((each) => own.includes(each))).sort(),
          )
          expect([...phrase].sort()).toEqual(
            holding((own) => ` ${own.join(' ')} `.includes(` ${query.join(' ')} `)).sort(),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})
