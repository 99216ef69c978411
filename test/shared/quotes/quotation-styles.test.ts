import { type FoundQuote, findQuotes } from '@shared/quotes/find-quotes'
import { describe, expect, it } from 'vitest'

type Said = [speaker: string | null, ...words: string[]]

const said = (text: string, lang?: string): Said[] =>
  findQuotes(text, lang === undefined ? {} : { lang })
    .filter(({ kind }: FoundQuote) => kind === 'direct')
    .map(({ speaker, spans }) => [speaker, ...spans.map((span) => text.slice(...span).trim())])

describe('quotations of a Russian article', () => {
  it('reads speech set off by dashes, with what the reporter puts between', () => {
    const text = '— Мы долго ждали этого дня, — сказала Вера Соколова. — Завтра мы откроем мост.'
    expect(said(text)).toEqual([['Вера Соколова', 'Мы долго ждали этого дня,', 'Завтра мы откроем мост.']])
  })

  it('cuts the reporter’s words out of a quotation in marks', () => {
    const text = 'Олег Зотов вышел к людям. «Мы не знаем, — признался Зотов, — когда всё закончится».'
    expect(said(text)).toEqual([['Олег Зотов', 'Мы не знаем,', 'когда всё закончится']])
  })

  it('names the person a role stands with, and whom “according to his words” means', () => {
    const text =
      '«Зимой мост будет закрыт», — заявил представитель администрации Олег Зотов. По его словам, «работы продолжатся весной».'
    expect(said(text)).toEqual([
      ['Олег Зотов', 'Зимой мост будет закрыт'],
      ['Олег Зотов', 'работы продолжатся весной'],
    ])
  })

  it('takes the name of a newspaper for no speech', () => {
    expect(said('Газета «Вечерний мост» писала об этом в мае.', 'ru')).toEqual([])
  })
})

describe('quotations of a Spanish article', () => {
  it('reads speech set off by dashes', () => {
    const text =
      '—Hemos esperado este día durante muchos años —dijo Carmen Ruiz—. Mañana abrimos el puente.\n—¿Y los peatones? —preguntó un vecino.'
    expect(said(text, 'es')).toEqual([
      ['Carmen Ruiz', 'Hemos esperado este día durante muchos años', 'Mañana abrimos el puente.'],
      ['un vecino', '¿Y los peatones?'],
    ])
  })

  it('names the spokesman after the office he speaks for, and whoever “según” names', () => {
    const text =
      '"No habrá peaje", aseguró el portavoz del Gobierno, Luis Prado. Según Prado, "las obras terminarán en mayo".'
    expect(said(text, 'es')).toEqual([
      ['Luis Prado', 'No habrá peaje'],
      ['Luis Prado', 'las obras terminarán en mayo'],
    ])
  })

  it('takes the title of a novel for no speech', () => {
    expect(said('La novela «El puente viejo» se publicó en 1950.', 'es')).toEqual([])
  })
})

describe('quotations of a French article', () => {
  it('reads dialogue in which only a comma parts the words from the verb', () => {
    const text = '— Et les piétons ? demande un voisin.\n— Ils passeront aussi, répond Claire Morel.'
    expect(said(text, 'fr')).toEqual([
      ['un voisin', 'Et les piétons ?'],
      ['Claire Morel', 'Ils passeront aussi,'],
    ])
  })

  it('finds the pronoun behind an inverted verb', () => {
    const text =
      'Claire Morel est venue ce matin avec Luc Petit. « C’est un mensonge », s’indigne-t-elle devant la presse.'
    expect(said(text, 'fr')).toEqual([['Claire Morel', 'C’est un mensonge']])
  })

  it('follows “selon” to the name', () => {
    const text = 'Selon le porte-parole du gouvernement, Luc Petit, « le chantier a coûté moins que prévu ».'
    expect(said(text, 'fr')).toEqual([['Luc Petit', 'le chantier a coûté moins que prévu']])
  })
})

describe('quotations of a Czech article', () => {
  it('knows a surname in another case', () => {
    const text = '„Mýtné nebude,“ uvedl mluvčí ministerstva Petr Malý. Podle Malého „práce skončí v květnu“.'
    expect(said(text, 'cs')).toEqual([
      ['Petr Malý', 'Mýtné nebude,'],
      ['Petr Malý', 'práce skončí v květnu'],
    ])
  })

  it('reads marks that point inwards', () => {
    expect(said('»Nevíme, kdy to skončí,« dodala Jana Dvořáková.', 'cs')).toEqual([
      ['Jana Dvořáková', 'Nevíme, kdy to skončí,'],
    ])
  })
})

describe('quotations of a Japanese article', () => {
  it('names the topic of the sentence, or who stands before the verb', () => {
    const text =
      '山田太郎首相は3日、「増税は考えていない」と述べた。\n「橋は安全だ」と市長の佐藤花子氏は説明した。\n山田氏は「国民の理解が必要だ」と強調した。'
    expect(said(text)).toEqual([
      ['山田太郎', '増税は考えていない'],
      ['佐藤花子', '橋は安全だ'],
      ['山田太郎', '国民の理解が必要だ'],
    ])
  })

  it('takes the title of a novel for no speech', () => {
    expect(said('小説「雪国」は1937年に出版された。')).toEqual([])
  })
})
