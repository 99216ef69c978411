import { type FoundQuote, findQuotes } from '@shared/quotes/find-quotes'
import { describe, expect, it } from 'vitest'

const contents = (text: string, quote: FoundQuote) => quote.spans.map((span) => text.slice(...span).trim())
const direct = (text: string, lang?: string) =>
  findQuotes(text, lang === undefined ? {} : { lang }).filter((quote) => quote.kind === 'direct')

describe('finding quotes in English', () => {
  it('names the speaker after the verb as well as before it', () => {
    const text =
      '“The harvest was poor this year,” said Anna Brandt, a farmer.\n“We will plant again in spring,” Peter Hale told reporters.'
    expect(direct(text).map((quote) => quote.speaker)).toEqual(['Anna Brandt', 'Peter Hale'])
  })

  it('joins an interrupted quotation into one quote', () => {
    const text = '“There is no plan yet,” Ms. Brandt told reporters on Monday. “But there will be one soon.”'
    const quotes = direct(text)
    expect(quotes).toHaveLength(1)
    expect(contents(text, quotes[0]!)).toEqual(['There is no plan yet,', 'But there will be one soon.'])
    expect(text.slice(...quotes[0]!.speakerSpan!)).toBe('Ms. Brandt')
  })

  it('resolves titles, pronouns and roles to one entity', () => {
    const text = [
      'Estonian President Maret Kask opened the harbour on Friday.',
      '“This harbour will outlive us,” President Kask said.',
      'She added, “Our children will thank us for it.”',
      'The Estonian leader said the work had taken “nine long years.”',
    ].join('\n')
    const quotes = direct(text)
    expect(quotes.map((quote) => quote.speaker)).toEqual(['Maret Kask', 'Maret Kask', 'Maret Kask'])
    expect(new Set(quotes.map((quote) => quote.speakerKey)).size).toBe(1)
  })

  it('does not take the person addressed in the same sentence for the pronoun', () => {
    const text = [
      'Mayor Ivan Petrov met Mr. Dahl at the town hall on Monday.',
      'He told Mr. Dahl that “the money has run out for good.”',
    ].join('\n')
    expect(direct(text)[0]?.speaker).toBe('Ivan Petrov')
  })

  it('takes the head of a phrase for the speaker, not the name that describes it', () => {
    const text = 'Members of the Harbour Committee declared on Monday that the plan was “dead in the water.”'
    expect(direct(text).map(({ speaker }) => speaker)).toEqual(['Members'])
  })

  it('prefers the name that stands right after a role', () => {
    const text = "Dockers' union leader Anna Brandt said “the harbour will stay closed until Friday.”"
    expect(direct(text).map(({ speaker }) => speaker)).toEqual(['Anna Brandt'])
  })

  it('finds reported words without marks and says that they are indirect', () => {
    const text = 'Governor Lena Moss said that the tunnel would open in May.'
    const quotes = findQuotes(text, { lang: 'en' })
    expect(quotes.map((quote) => quote.kind)).toEqual(['indirect'])
    expect(contents(text, quotes[0]!)[0]).toContain('the tunnel would open in May')
    expect(text.slice(...quotes[0]!.cueSpan!)).toBe('said')
    expect(quotes[0]!.speaker).toBe('Lena Moss')
  })

  it('gives words in marks within reported words both as they stand and as part of the whole', () => {
    const text =
      'Governor Lena Moss said that the tunnel was “a gift to every commuter in the valley” and would pay for itself.'
    const quotes = findQuotes(text, { lang: 'en' })
    expect(quotes.map((quote) => quote.kind).sort()).toEqual(['direct', 'mixed'])
  })

  it('takes titles of works and lettering for no speech', () => {
    const text =
      'The novel “Winter Harbour” won a prize in 1997. The boy wore a cap marked “ABC” in the rain.'
    expect(direct(text)).toEqual([])
  })

  it('says when an organisation speaks', () => {
    const [quote] = direct('“We will not sign,” the Harbour Workers Union said on Tuesday.')
    expect(quote).toMatchObject({ speaker: 'Harbour Workers Union', speakerKind: 'organisation' })
    expect(direct('“We will not sign,” said Anna Brandt.')[0]).not.toHaveProperty('speakerKind')
  })

  it('gives a reason and a chance between 0 and 1', () => {
    const [quote] = direct('“The harvest was poor this year,” said Anna Brandt, a farmer.')
    expect(quote!.reason).toBe('“Anna Brandt” is the subject of “said” beside these words.')
    expect(quote!.confidence).toBeGreaterThan(0.5)
    expect(quote!.confidence).toBeLessThanOrEqual(1)
    expect(quote!.speakerRole).toBe('a farmer')
  })

  it('gives nothing for a text without reported words', () => {
    expect(findQuotes('')).toEqual([])
    expect(findQuotes('\n\r\n\n')).toEqual([])
    expect(direct('The river rose in the night. The road was closed.')).toEqual([])
  })
})

describe('finding quotes in other languages', () => {
  it.each([
    [
      'de',
      '„Wir haben lange auf diesen Tag gewartet“, sagte Bürgermeisterin Erika Sommer am Montag.',
      'Erika Sommer',
    ],
    ['de', 'Der Sprecher Jan Keller erklärte: „Die Brücke bleibt bis zum Herbst gesperrt.“', 'Jan Keller'],
    [
      'fr',
      '« Nous avons attendu ce jour pendant des années », a déclaré la maire Claire Morel.',
      'Claire Morel',
    ],
    ['es', '«Hemos esperado este día durante muchos años», dijo Carmen Ruiz el lunes.', 'Carmen Ruiz'],
    ['ru', '«Мы долго ждали этого дня всем городом», — сказала Вера Соколова.', 'Вера Соколова'],
    ['cs', '„Na tento den jsme čekali mnoho let,“ řekla Jana Dvořáková v pondělí.', 'Jana Dvořáková'],
  ])('attributes a %s quotation to its speaker', (lang, text, speaker) => {
    expect(direct(text, lang).map((quote) => quote.speaker)).toEqual([speaker])
  })

  it('guesses the language when none is given', () => {
    const text =
      'Die Stadt ist mit dem Ergebnis nicht zufrieden. „Das ist für uns eine bittere Niederlage“, sagte Erika Sommer.'
    expect(direct(text).map((quote) => quote.speaker)).toEqual(['Erika Sommer'])
  })
})
