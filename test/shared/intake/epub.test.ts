import { readArticle } from '@shared/intake/intake'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textOf } from './read-fixture'

const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
const PACKAGE = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Lighthouse Log</dc:title><dc:creator>Nele Janssen</dc:creator>
<dc:publisher>Shore Press</dc:publisher><dc:date>2021-03-04</dc:date><dc:language>en-gb</dc:language><dc:description/></metadata>
<manifest><item id="nav" properties="nav" href="nav.xhtml"/><item id="two" href="text/two.xhtml"/><item id="one" href="text/one.xhtml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>`
const chapter = (title: string, text: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>${title}</h1><p>${text}</p></body></html>`

function makeBook(files: Record<string, string>): Uint8Array {
  const entries = { mimetype: 'application/epub+zip', 'META-INF/container.xml': CONTAINER, ...files }
  return zipSync(Object.fromEntries(Object.entries(entries).map(([path, text]) => [path, strToU8(text)])), {
    level: 0,
  })
}

const BOOK = {
  'OEBPS/book.opf': PACKAGE,
  'OEBPS/nav.xhtml': chapter('Contents', 'One, two.'),
  'OEBPS/text/two.xhtml': chapter('Two', 'The lamp went out<a id="x"/> at <i>four</i>.'),
  'OEBPS/text/one.xhtml': chapter('One', 'The lamp was lit at six.'),
}

describe('EPUB', () => {
  it('reads the chapters in the order of the spine, with what the package says', async () => {
    const draft = await readArticle('log.epub', makeBook(BOOK))
    expect(draft).toMatchObject({
      ok: true,
      value: {
        title: 'The Lighthouse Log',
        authors: ['Nele Janssen'],
        source: 'Shore Press',
        publishedTime: '2021-03-04',
        lang: 'en-GB',
      },
    })
    expect(draft.ok && textOf(draft.value)).toBe(
      'One\nThe lamp was lit at six.\nTwo\nThe lamp went out at four.',
    )
  })

  it('is known by its first bytes, whatever it is called', async () => {
    expect(await readArticle('log.bin', makeBook(BOOK))).toMatchObject({ ok: true })
  })

  it.each([
    ['a truncated book', makeBook(BOOK).subarray(0, 600), 'archive-damaged'],
    ['an archive without a package', makeBook({}), 'epub-invalid'],
    ['a book without text', makeBook({ 'OEBPS/book.opf': PACKAGE }), 'article-empty'],
  ])('says what is wrong with %s', async (_name, bytes, code) => {
    expect(await readArticle('x.epub', bytes)).toMatchObject({ ok: false, error: { code } })
  })
})
