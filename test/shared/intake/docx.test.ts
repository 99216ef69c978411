import { readArticle } from '@shared/intake/intake'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textOf } from './read-fixture'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const paragraph = (runs: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

function makeDocument(body: string): Uint8Array {
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Tom Okafor</dc:creator></cp:coreProperties>',
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}

const BODY =
  paragraph(run('The harbour report'), 'T') +
  paragraph(run('The bridge ') + run('stands', '<w:b/>') + run('.')) +
  paragraph(run('Cost'), 'H') +
  paragraph(run('Nobody likes a closed bridge.'), 'Q') +
  '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Deck</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Cables</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>31</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'

describe('Word documents', () => {
  it('come in with title, author, structure and marks', async () => {
    const draft = await readArticle('report.docx', makeDocument(BODY))
    expect(draft).toMatchObject({
      ok: true,
      value: { title: 'The harbour report', authors: ['Tom Okafor'], publishedTime: null },
    })
    expect(draft.ok && draft.value.blocks).toEqual([
      { type: 'paragraph', text: 'The bridge stands.', marks: [{ type: 'bold', start: 11, end: 17 }] },
      { type: 'heading', level: 2, text: 'Cost' },
      { type: 'quotation', text: 'Nobody likes a closed bridge.' },
      { type: 'tableRow', text: 'Deck\t12' },
      { type: 'tableRow', text: 'Cables\t31' },
    ])
  })

  it('keeps the first paragraph as text when nothing is styled as a title', async () => {
    const draft = await readArticle('my-report.docx', makeDocument(paragraph(run('The boats were in.'))))
    expect(draft.ok && draft.value.title).toBe('my report')
    expect(draft.ok && textOf(draft.value)).toBe('The boats were in.')
  })

  it.each([
    ['a truncated document', makeDocument(BODY).subarray(0, 900), 'archive-damaged'],
    ['another archive', zipSync({ 'a.xml': strToU8('<a/>') }), 'docx-invalid'],
    ['a document without text', makeDocument(paragraph('')), 'article-empty'],
  ])('says what is wrong with %s', async (_name, bytes, code) => {
    expect(await readArticle('x.docx', bytes)).toMatchObject({ ok: false, error: { code } })
  })
})
