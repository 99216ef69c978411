import { type Placement, reanchorAll, reanchorWithoutOldText } from '@shared/anchoring/reanchor'
import { describePassage } from '@shared/anchoring/selector'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixedPassage, mixedText } from './mixed-text'

const harbour =
  'The harbour master wrote to the council in spring. He asked for two new cranes and a longer quay. ' +
  'The council answered after the summer, and refused the cranes.'
const mill =
  'A mill stood at the river until the great flood. Its wheel was found eleven miles downstream, half buried ' +
  'in sand, and is kept in the school yard.'
const census =
  'The census of that year counted four hundred households. Most of them kept goats, some kept bees, and one ' +
  'family kept a bear that had been left behind by a circus.'
const story = [harbour, mill, census].join('\n\n')

function anchor(oldText: string, newText: string, quote: string, from = 0): Placement {
  const start = oldText.indexOf(quote, from)
  expect(start).toBeGreaterThanOrEqual(0)
  const selector = describePassage(oldText, start, start + quote.length)
  return reanchorAll(oldText, newText, [{ id: 'it', selector }])[0] as Placement
}

const textOf = (text: string, { start, end }: Placement): string => text.slice(start, end)

describe('placing passages in a changed text', () => {
  it('finds an untouched passage behind inserted text', () => {
    const fresh = `An editor added this sentence.\n\n${story}`
    const placed = anchor(story, fresh, 'found eleven miles downstream')
    expect(placed).toMatchObject({ verdict: 'exact', start: fresh.indexOf('found eleven') })
    expect(placed.score).toBeGreaterThan(0.9)
  })

  it('finds an edited passage whole, up to its changed edges', () => {
    const fresh = story.replace(
      'asked for two new cranes and a longer quay',
      'pleaded for two steel cranes and a longer pier',
    )
    const placed = anchor(story, fresh, 'asked for two new cranes and a longer quay')
    expect(placed.verdict).toBe('edited')
    expect(textOf(fresh, placed)).toBe('pleaded for two steel cranes and a longer pier')
  })

  it('finds a passage in a section that was moved', () => {
    const fresh = [mill, census, harbour].join('\n\n')
    const placed = anchor(story, fresh, 'two new cranes')
    expect(placed.verdict).toBe('moved')
    expect(textOf(fresh, placed)).toBe('two new cranes')
  })

  it('reports a removed passage lost, with no place', () => {
    const placed = anchor(story, [harbour, census].join('\n\n'), 'half buried in sand')
    expect(placed).toMatchObject({ verdict: 'lost', start: -1, end: -1, candidates: [] })
  })

  it('keeps each of several equal passages in its own place', () => {
    const refrain = 'and so it was told.'
    const old = [harbour, refrain, mill, refrain, census, refrain].join('\n')
    const fresh = ['A new beginning.', harbour, refrain, mill, refrain, census, refrain].join('\n')
    const second = old.indexOf(refrain, old.indexOf(mill))
    const placed = anchor(old, fresh, refrain, second)
    expect(placed).toMatchObject({ verdict: 'exact', start: fresh.indexOf(refrain, fresh.indexOf(mill)) })
  })

  it('follows a repeated paragraph that moved alone', () => {
    const notice =
      'Copying this page is allowed for teaching and for private study only, if its source is named.'
    const old = [notice, harbour, notice, mill, census].join('\n')
    const fresh = [notice, harbour, mill, notice, census].join('\n')
    const placed = anchor(old, fresh, 'for private study', old.indexOf(harbour))
    expect(placed).toMatchObject({ start: fresh.indexOf('for private study', fresh.indexOf(mill)) })
  })

  it('does not take another copy for a removed passage', () => {
    const notice = 'Copying this page is allowed for teaching and for private study only.'
    const old = [harbour, notice, mill, census, notice].join('\n')
    const fresh = [harbour, mill, census, notice].join('\n')
    const placed = anchor(old, fresh, notice)
    expect(placed).toMatchObject({ verdict: 'ambiguous', start: -1, end: -1 })
    expect(placed.candidates.map(({ start }) => start)).toEqual([fresh.indexOf(notice)])
  })

  it('overlooks new quotation marks, dashes, blanks, ligatures and broken words', () => {
    const old = `${harbour}\nShe said: "The office - a fine one - is flourishing, and it's ours."\n${mill}`
    const fresh = `${harbour}\nShe said: “The o\ufb03ce\u00a0— a \ufb01ne one — is flour-\nishing,  and it’s ours.”\n${mill}`
    const placed = anchor(old, fresh, '"The office - a fine one - is flourishing, and it\'s ours."')
    expect(placed.verdict).toBe('exact')
    expect(textOf(fresh, placed)).toBe(
      '“The o\ufb03ce\u00a0— a \ufb01ne one — is flour-\nishing,  and it’s ours.”',
    )
  })

  it('overlooks Unicode forms', () => {
    const old = `${harbour} Le caf\u00e9 ferm\u00e9 \u00e0 No\u00ebl. ${mill}`
    const fresh = old.normalize('NFD')
    const placed = anchor(old, fresh, 'caf\u00e9 ferm\u00e9')
    expect(placed.verdict).toBe('exact')
    expect(textOf(fresh, placed)).toBe('cafe\u0301 ferme\u0301')
  })

  it.each([
    ['Chinese', '港口管理员在春天写信给议会。他要求两台新起重机和更长的码头。', '两台新起重机', '前言。'],
    [
      'Japanese',
      '春になると、港の責任者は議会に手紙を書いた。彼は新しい起重機を二台求めた。',
      '新しい起重機',
      '序文。',
    ],
    [
      'Arabic',
      'كتب مدير الميناء إلى المجلس في الربيع وطلب رافعتين جديدتين ورصيفا أطول',
      'رافعتين جديدتين',
      'مقدمة. ',
    ],
    [
      'Hebrew',
      'מנהל הנמל כתב למועצה באביב וביקש שני מנופים חדשים ורציף ארוך יותר',
      'שני מנופים חדשים',
      'הקדמה. ',
    ],
    ['Thai', 'นายท่าเขียนถึงสภาในฤดูใบไม้ผลิเขาขอปั้นจั่นใหม่สองตัวและท่าเรือที่ยาวขึ้น', 'ปั้นจั่นใหม่', 'คำนำ'],
    [
      'emoji',
      'We 🎉 sailed ⛵️ home 👩‍👩‍👧‍👦 after 🌧️ the storm 👍🏽 and slept long.',
      '👩‍👩‍👧‍👦 after 🌧️',
      '🙂🙂 ',
    ],
  ])('works in %s', (_, old, quote, inserted) => {
    const fresh = inserted + old
    const placed = anchor(old, fresh, quote)
    expect(placed).toMatchObject({ verdict: 'exact', start: fresh.indexOf(quote) })
    expect(textOf(fresh, placed)).toBe(quote)
  })

  it('searches by the quote when the position is wrong', () => {
    const selector = {
      ...describePassage(story, story.indexOf('kept bees'), story.indexOf('kept bees') + 9),
      start: 3,
      end: 12,
    }
    const [placed] = reanchorAll(story, story, [{ id: 'it', selector }])
    expect(placed).toMatchObject({ verdict: 'exact', start: story.indexOf('kept bees') })
  })

  it('gives no place to a passage torn apart', () => {
    const old = [harbour, mill].join('\n\n')
    const quote = old.slice(old.indexOf('The council answered'), old.indexOf('Its wheel'))
    const fresh = [mill, census, census.replaceAll('kept', 'held'), harbour].join('\n\n')
    expect(anchor(old, fresh, quote).start).toBe(-1)
  })
})

describe('offsets', () => {
  it('do not drift: in an unchanged text every passage with a word in it stays where it is', () => {
    fc.assert(
      fc.property(mixedPassage, ({ text, start, end }) => {
        const long = `${story}\r\n${text}\r\n${story.toUpperCase()}`
        const at = story.length + 2 + start
        const selector = describePassage(long, at, at + end - start)
        fc.pre(/[\p{L}\p{N}]/u.test(selector.exact))
        const [placed] = reanchorAll(long, long, [{ id: 'it', selector }])
        expect(placed?.verdict).toBe('exact')
        expect([placed?.start, placed?.end]).toEqual([at, at + end - start])
      }),
      { numRuns: 300 },
    )
  })

  it('follow an insertion by exactly its length, in any script', () => {
    fc.assert(
      fc.property(mixedText, (inserted) => {
        const fresh = `${inserted}\n\n${story}`
        const quote = 'four hundred households'
        const placed = anchor(story, fresh, quote)
        expect(placed.start).toBe(inserted.length + 2 + story.indexOf(quote))
        expect(textOf(fresh, placed)).toBe(quote)
      }),
      { numRuns: 300 },
    )
  })

  it('never leave the text, and never tear a surrogate pair, whatever becomes of it', () => {
    fc.assert(
      fc.property(mixedPassage, mixedText, ({ text, start, end }, other) => {
        const fresh = text.slice(0, start) + other + text.slice(start)
        const [placed] = reanchorAll(text, fresh, [{ id: 'it', selector: describePassage(text, start, end) }])
        for (const place of [placed, ...(placed?.candidates ?? [])]) {
          if (!place || place.start < 0) continue
          expect(place.end).toBeGreaterThan(place.start)
          expect(place.end).toBeLessThanOrEqual(fresh.length)
          expect(fresh.slice(place.start, place.end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        }
        expect(placed?.score).toBeGreaterThanOrEqual(0)
        expect(placed?.score).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('placing passages of which only the quote is known', () => {
  const place = (newText: string, exact: string, prefix = '', suffix = ''): Placement =>
    reanchorWithoutOldText(newText, [
      { id: 'it', selector: { start: -1, end: -1, exact, prefix, suffix } },
    ])[0] as Placement

  it('finds the only occurrence', () => {
    const placed = place(story, 'a bear that had been left behind')
    expect(textOf(story, placed)).toBe('a bear that had been left behind')
  })

  it('lets prefix and suffix choose between occurrences', () => {
    const placed = place(story, 'kept', 'some ', ' bees, and one')
    expect(placed.start).toBe(story.indexOf('kept bees'))
  })

  it('admits that it cannot choose', () => {
    expect(place(story, 'kept')).toMatchObject({ start: -1, end: -1 })
  })

  it('finds an edited quote', () => {
    const placed = place(
      story,
      'found twelve miles downstream, half buried in the sand',
      'Its wheel was ',
      ', and is kept',
    )
    expect(placed.verdict).toBe('edited')
    expect(textOf(story, placed)).toBe('found eleven miles downstream, half buried in sand')
  })

  it('reports what is not there', () => {
    expect(place(story, 'parliament dissolved itself at midnight').verdict).toBe('lost')
  })
})
