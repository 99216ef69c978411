import { describe, expect, it } from 'vitest'
import { readFixture, readSource, textOf } from './read-fixture'

describe('a news page', () => {
  it('gives up its metadata', async () => {
    expect(await readFixture('news.html')).toMatchObject({
      title: 'Harbour bridge to close for a year of repairs',
      byline: 'Mara Lindqvist, Tom Okafor',
      authors: ['Mara Lindqvist', 'Tom Okafor'],
      source: 'The Quayside Gazette',
      url: 'https://gazette.example/news/2024/02/11/harbour-bridge',
      publishedTime: '2024-02-11T08:30:00+01:00',
      lang: 'en-GB',
      dir: 'ltr',
      excerpt: 'The old harbour bridge closes in March, and the ferry will run until midnight.',
    })
  })

  it('keeps lead, paragraphs, headings, lists, captions, tables and quotations in order', async () => {
    const { blocks } = await readFixture('news.html')
    expect(blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'caption',
      'heading',
      'listItem',
      'listItem',
      'caption',
      'tableRow',
      'tableRow',
      'tableRow',
      'quotation',
      'paragraph',
    ])
    expect(blocks[0]?.text).toBe(
      'The old harbour bridge closes in March, and the ferry will run until midnight.',
    )
    expect(blocks[10]?.text).toBe('Cables\t31')
  })

  it('leaves out navigation, cookies, advertisements, sharing, newsletter, related stories and comments', async () => {
    const text = textOf(await readFixture('news.html'))
    for (const words of [
      'Home',
      'cookies',
      'boats',
      'Share',
      'Read also',
      'tide',
      'Fish prices',
      'thirty years',
      'rights',
    ]) {
      expect(text).not.toContain(words)
    }
  })

  it('marks bold, italic and links where they stand, with addresses made whole', async () => {
    const { blocks } = await readFixture('news.html')
    const block = blocks[2]
    const marked = block?.marks?.map(({ type, start, end, href }) => [
      type,
      block.text.slice(start, end),
      href,
    ])
    expect(marked).toEqual([
      ['bold', 'Ilse Brandt', undefined],
      ['italic', 'asleep', undefined],
      ['link', 'report', 'https://gazette.example/reports/bridge.html'],
    ])
  })
})

describe('pages in other scripts', () => {
  it('reads a right-to-left page with its direction', async () => {
    const draft = await readFixture('arabic.html')
    expect(draft).toMatchObject({
      title: 'مكتبة جديدة تفتح أبوابها في الميناء',
      lang: 'ar',
      dir: 'rtl',
      publishedTime: '2023-05-09',
    })
    expect(draft.blocks).toHaveLength(2)
  })

  it('reads a Japanese page that states no language', async () => {
    const draft = await readFixture('japanese.html')
    expect(draft).toMatchObject({
      title: '港の橋、一年間の修理へ',
      lang: 'ja',
      dir: 'ltr',
      publishedTime: '2024-02-11',
    })
    expect(textOf(draft)).toContain('眠っていたもの')
  })

  it('reads Latin-1 as declared', async () => {
    const draft = await readFixture('latin-1.html')
    expect(draft.title).toBe('Über die Brücke')
    expect(draft.lang).toBe('de')
    expect(textOf(draft)).toContain('die Fähre fährt bis Mitternacht')
  })
})

describe('hostile pages', () => {
  it('lets no script, frame, template or hidden text through', async () => {
    const text = textOf(await readFixture('scripts.html'))
    for (const words of [
      'written',
      'for(;;)',
      'frame',
      'drawn',
      'template',
      'without scripts',
      'Hidden',
      'color',
    ]) {
      expect(text).not.toContain(words)
    }
    expect(text).toContain('This paragraph is the whole story')
  })

  it('keeps only links to http, https and mailto', async () => {
    const { blocks } = await readFixture('scripts.html')
    const links = blocks.flatMap(({ marks }) => marks ?? []).map(({ href }) => href)
    expect(links).toEqual(['https://good.example/page', 'mailto:a@b.example'])
  })

  it('reads the text inside 100,000 nested elements without overflowing', async () => {
    const words = 'Deep down there is a sentence that is long enough to be read as an article. '.repeat(5)
    const page = `<html><body>${'<div>'.repeat(100_000)}<p>${words}</p>${'</div>'.repeat(100_000)}</body></html>`
    const draft = await readSource('deep.html', page)
    expect(draft.ok && textOf(draft.value)).toBe(words.trim())
  })

  it('cuts a title without measure, and none of the text', async () => {
    const words = 'On and on it goes, as if it never had to stop. '.repeat(500)
    const draft = await readSource('long.html', `<title>${words}</title><p>${words}</p>`)
    expect(draft.ok && draft.value.title.length).toBeLessThanOrEqual(500)
    expect(draft.ok && textOf(draft.value)).toBe(words.trim())
  })

  it('says so when a page shows no text', async () => {
    const draft = await readSource('empty.html', '<html><body><script>render()</script></body></html>')
    expect(draft).toMatchObject({ ok: false, error: { code: 'article-empty' } })
  })

  it('reads a page whose tags are never closed', async () => {
    const draft = await readSource(
      'open.html',
      '<p>One sentence that is long enough to count.<p>Another one ends in <b>bold words',
    )
    expect(draft.ok && draft.value.blocks.map(({ text }) => text)).toEqual([
      'One sentence that is long enough to count.',
      'Another one ends in bold words',
    ])
  })
})
