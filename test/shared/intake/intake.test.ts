import { parseBlocks } from '@shared/domain/block'
import { extractArticle, formatExtracted } from '@shared/intake/command'
import { readArticle } from '@shared/intake/intake'
import { readPasted } from '@shared/intake/pasted'
import { describe, expect, it } from 'vitest'
import { readFixture, readSource, textOf } from './read-fixture'

describe('bad input', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['a file of white space', new TextEncoder().encode(' \n\t '), 'file-empty'],
    ['a binary file', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256), 'file-binary'],
  ])('names %s', async (_name, bytes, code) => {
    const draft = await readArticle('x.txt', bytes)
    expect(draft).toMatchObject({ ok: false, error: { code } })
    expect(!draft.ok && draft.error.message).toMatch(/^[A-Z].*\.$/)
  })

  it.each([
    ['notes.txt', '%PDF-1.7\nBT (The boats were in.) Tj ET', /^The file is a PDF,/],
    ['letter.html', '{\\rtf1 The boats were in.}', /^The file is an RTF document,/],
    ['pages.zip', 'PK\u0003\u0004 and so on', /^The file is an archive,/],
  ])('says what %s is instead of taking its code for text', async (name, source, sentence) => {
    const draft = await readSource(name, source)
    expect(draft).toMatchObject({ ok: false, error: { code: 'format-unread' } })
    expect(!draft.ok && draft.error.message).toMatch(sentence)
  })

  it('refuses what is too large before reading it', async () => {
    const draft = await readArticle('x.txt', new Uint8Array(64 * 1024 * 1024 + 1).fill(65))
    expect(draft).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
  })

  it('reads a text of 20 MB', async () => {
    const line = 'The boats were in, and nobody spoke of the storm that had taken the nets away.\n'
    const draft = await readSource('long.txt', line.repeat(250_000))
    expect(draft.ok && draft.value.blocks.length).toBe(250_000)
  })

  it('reads a page that lies about its charset by its bytes', async () => {
    const page = '<meta charset="iso-8859-1"><p>Die Fähre fährt bis Mitternacht über den Fluss.</p>'
    const draft = await readSource('lie.html', page)
    expect(draft.ok && textOf(draft.value)).toBe('Die Fähre fährt bis Mitternacht über den Fluss.')
  })
})

describe('every draft', () => {
  it.each(['news.html', 'arabic.html', 'japanese.html', 'latin-1.html', 'scripts.html', 'front-matter.md'])(
    '%s has blocks that the validator accepts unchanged',
    async (name) => {
      const { blocks } = await readFixture(name)
      expect(parseBlocks(blocks)).toEqual({ ok: true, value: blocks })
    },
  )
})

describe('pasting', () => {
  it('takes a copied selection whole, with a first heading as the title', async () => {
    const draft = await readPasted({
      html: '<meta charset="utf-8"><h2>Tides</h2><p>High at <b>six</b>.</p><ul><li>Low at noon</li></ul>',
      text: 'Tides\nHigh at six.\nLow at noon',
    })
    expect(draft).toMatchObject({
      ok: true,
      value: {
        title: 'Tides',
        blocks: [
          { type: 'paragraph', text: 'High at six.', marks: [{ type: 'bold', start: 8, end: 11 }] },
          { type: 'listItem', text: 'Low at noon' },
        ],
      },
    })
  })

  it('reads the source of a page as that page', async () => {
    const text =
      '<html><head><title>Tides</title></head><body><p>High water is at six in the evening.</p></body></html>'
    expect(await readPasted({ text })).toMatchObject({ ok: true, value: { title: 'Tides' } })
  })

  it('falls back on the text where the HTML holds less', async () => {
    const draft = await readPasted({
      html: '<img src="x">',
      text: 'High water is at six.\nLow water at noon.',
    })
    expect(draft.ok && textOf(draft.value)).toBe('High water is at six.\nLow water at noon.')
  })

  it('names a text that has no title by its first words', async () => {
    const text = `The boats were in before six, said the harbour master, and ${'nobody '.repeat(9)}sang.\nThe end.`
    expect(await readPasted({ text })).toMatchObject({
      ok: true,
      value: { title: 'The boats were in before six, said the harbour master, and nobody nobody nobody…' },
    })
    expect(await readPasted({ text: '潮は六時に満ちる。' })).toMatchObject({
      ok: true,
      value: { title: '潮は六時に満ちる。' },
    })
  })

  it('says so when there is nothing to paste', async () => {
    expect(await readPasted({ text: ' ' })).toMatchObject({ ok: false, error: { code: 'paste-empty' } })
  })
})

describe('the extract command', () => {
  it('gives a file as one record, and as lines for people', async () => {
    const source = 'The quiet harbour\nBy Mara Lindqvist\n\nThe boats were in. Nobody spoke.\nNobody sang.'
    const article = await extractArticle('note.txt', new TextEncoder().encode(source))
    expect(article).toEqual({
      ok: true,
      value: {
        title: 'The quiet harbour',
        byline: 'Mara Lindqvist',
        publishedTime: null,
        siteName: null,
        lang: 'en',
        dir: 'ltr',
        excerpt: 'The boats were in. Nobody spoke.',
        text: 'The boats were in. Nobody spoke.\nNobody sang.',
      },
    })
    expect(article.ok && formatExtracted(article.value)).toBe(
      'The quiet harbour\nMara Lindqvist · en\n\nThe boats were in. Nobody spoke.\nNobody sang.\n',
    )
  })
})
