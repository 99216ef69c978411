import { listAsSource } from '@shared/bundle/source'
import { FORMATS, findExportFormat } from '@shared/formats'
import { csvCell } from '@shared/formats/csv'
import { makeNotebook } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 3, annotations: 20, wideEvery: 2 })
const source = listAsSource(made.histories, made.notes)

async function write(key: string): Promise<string> {
  let text = ''
  for await (const piece of findExportFormat(key)?.write(source, 'Harbour') ?? []) text += piece
  return text
}

describe('the export formats', () => {
  it('have keys of their own', () => {
    expect(new Set(FORMATS.map(({ key }) => key)).size).toBe(FORMATS.length)
  })

  it('write every quote as a row with speaker and article', async () => {
    const [head, ...rows] = (await write('quotes-csv')).trimEnd().split('\r\n')
    expect(head).toMatch(/^quote,speaker,kind/)
    expect(rows).toHaveLength(5)
    expect(rows[0]).toContain('Storm report')
    expect(rows.join()).toMatch(/Ada Quill|Bram Oake/)
  })

  it('keep a cell that looks like a formula as text, and quote what needs it', () => {
    expect(csvCell('=1+1')).toBe("'=1+1")
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"')
  })

  it('write a bibliography that other programs parse', async () => {
    const items = JSON.parse(await write('csl'))
    expect(items).toHaveLength(3)
    expect(items[0]).toMatchObject({
      type: 'webpage',
      author: [{ family: 'Marsh', given: 'Cleo' }],
      issued: { 'date-parts': [[2025, 4, 30]] },
    })
  })

  it('write Markdown with each article, passage and claim, and no private note', async () => {
    const text = await write('markdown')
    expect(text.match(/^> /gm)).toHaveLength(20)
    expect(text.match(/^## Storm report/gm)).toHaveLength(3)
    expect(text).toContain('## Claims')
    expect(text).not.toContain('For me only')
  })

  it('write linked data as JSON', async () => {
    expect(JSON.parse(await write('annotations')).first.items.length).toBe(
      20 + made.histories.filter(({ kind }) => kind === 'link').length,
    )
    expect(JSON.parse(await write('tags'))['@graph']).toHaveLength(4)
  })
})
