import { describe, expect, it } from 'vitest'
import { readFixture, readSource, textOf } from './read-fixture'

async function read(name: string, source: string) {
  const draft = await readSource(name, source)
  if (!draft.ok) throw new Error(draft.error.message)
  return draft.value
}

describe('plain text', () => {
  it('takes a short first line as the title, and byline and date lines as what they are', async () => {
    const source =
      'The quiet harbour\nBy Mara Lindqvist\n11 February 2024\n\nThe boats were in. Nobody spoke of the storm.'
    expect(await read('note.txt', source)).toMatchObject({
      title: 'The quiet harbour',
      authors: ['Mara Lindqvist'],
      publishedTime: '2024-02-11',
      lang: 'en',
      blocks: [{ type: 'paragraph', text: 'The boats were in. Nobody spoke of the storm.' }],
    })
  })

  it('takes the title from the file when the first line is a sentence, and keeps that line', async () => {
    const draft = await read('harbour-news_2.txt', 'The boats were in.\nNobody spoke of the storm that day.')
    expect(draft.title).toBe('harbour news 2')
    expect(draft.authors).toEqual([])
    expect(textOf(draft)).toBe('The boats were in.\nNobody spoke of the storm that day.')
  })

  it('takes bulleted lines as items of a list, and dashes as the text’s own', async () => {
    const draft = await read('demands.txt', 'They asked for:\n• A quay of stone.\n– Nobody answered.')
    expect(draft.blocks).toEqual([
      { type: 'paragraph', text: 'They asked for:' },
      { type: 'listItem', level: 1, text: 'A quay of stone.' },
      { type: 'paragraph', text: '– Nobody answered.' },
    ])
  })

  it('joins the lines of hard-wrapped paragraphs', async () => {
    const wrapped =
      'When the boats came in that evening the whole of the quay was\nempty, and the lamps along the northern wall had not been lit.\n\nNobody spoke of the storm, which had taken two masts and most\nof the nets, and left the church without its golden weathercock.\nNobody ever would.\n'
    expect((await read('w.txt', wrapped)).blocks).toHaveLength(2)
  })

  it('never changes the spelling of the text', async () => {
    const odd =
      'Cafe\u0301 owners, said the\u00a0mayor, “may” stay open 👩‍🚀 and sing.\nNothing else was said.'
    expect(textOf(await read('o.txt', odd))).toBe(odd)
  })

  it('reads UTF-16 and windows-1252', async () => {
    const { readArticle } = await import('@shared/intake/intake')
    const utf16 = new Uint8Array(Buffer.from('\ufeffÄpfel und Birnen.\nUnd Nüsse.', 'utf16le'))
    const latin = new Uint8Array(Buffer.from('\u00c4pfel und Birnen.\nUnd N\u00fcsse.', 'latin1'))
    for (const bytes of [utf16, latin]) {
      const draft = await readArticle('a.txt', bytes)
      expect(draft.ok && textOf(draft.value)).toBe('Äpfel und Birnen.\nUnd Nüsse.')
    }
  })

  it('reads a page that is named as text', async () => {
    const page =
      '<!doctype html><title>A page</title><p>The words of the page are here, and they are enough.</p>'
    expect(textOf(await read('page.txt', page))).toBe('The words of the page are here, and they are enough.')
  })
})

describe('Markdown', () => {
  it('reads front matter, and leaves the repeated title out of the text', async () => {
    expect(await readFixture('front-matter.md')).toMatchObject({
      title: "A gardener's year",
      authors: ['Nele Janssen', 'Piet de Wit'],
      publishedTime: '2022-11-05',
      lang: 'en',
      source: 'Garden Letters',
    })
  })

  it('turns its structure into blocks', async () => {
    const { blocks } = await readFixture('front-matter.md')
    expect(blocks.map(({ marks: _, ...block }) => block)).toEqual([
      { type: 'paragraph', text: 'The first thing to know is that nothing hurries, and nobody can make it.' },
      { type: 'heading', level: 2, text: 'Winter' },
      { type: 'listItem', level: 1, ordered: true, text: 'Sharpen the spade.' },
      { type: 'listItem', level: 1, ordered: true, text: 'Read the seed lists.' },
      { type: 'listItem', level: 1, ordered: false, text: 'Rest' },
      { type: 'listItem', level: 2, ordered: false, text: 'and rest again' },
      { type: 'quotation', text: 'Soil remembers what we forget.' },
      { type: 'preformatted', text: 'row 1: beans\nrow 2:   peas' },
      { type: 'tableRow', text: 'Month\tFrost' },
      { type: 'tableRow', text: 'May\t2' },
      { type: 'rule', text: '' },
      { type: 'paragraph', text: 'H2O is enough. A [trap](javascript:alert(1)) is only text.' },
    ])
  })

  it('keeps marks where they stand', async () => {
    const { blocks } = await readFixture('front-matter.md')
    const [first] = blocks
    expect(first?.marks?.map(({ type, start, end }) => [type, first.text.slice(start, end)])).toEqual([
      ['italic', 'nothing'],
      ['bold', 'nobody'],
      ['link', 'make it'],
    ])
    expect(blocks.at(-1)?.marks).toEqual([{ type: 'subscript', start: 1, end: 2 }])
  })
})
