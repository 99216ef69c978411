import { listAsSource } from '@shared/bundle/source'
import type { RecordHistory, StampedChange } from '@shared/changes/transaction'
import type { Fields } from '@shared/domain/record'
import { FORMATS, findExportFormat } from '@shared/formats'
import { csvCell } from '@shared/formats/csv'
import { makeNotebook } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 3, annotations: 20, wideEvery: 2 })

async function write(key: string, histories = made.histories): Promise<string> {
  let text = ''
  const source = listAsSource(histories, made.notes)
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

  it('say of a quote who said it, how, how surely, and who recorded it', async () => {
    const quote = made.histories.find(({ kind }) => kind === 'quote') as RecordHistory
    const [change] = quote.changes as [StampedChange]
    const words = (exact: string) => ({ start: 0, end: exact.length, exact, prefix: '', suffix: '' })
    const [person, reporter] = made.histories.filter(({ kind }) => kind === 'entity') as RecordHistory[]
    const set = {
      ...change.set,
      speakerId: person?.id,
      reportedBy: [reporter?.id],
      cue: words('told the council'),
      addressee: 'the council',
      confidence: 0.824,
      quoteKind: 'mixed',
    } as unknown as Fields
    const told = made.histories.map((one) =>
      one === quote ? { ...one, changes: [{ ...change, set }, ...quote.changes.slice(1)] } : one,
    )
    const [head = '', ...rows] = (await write('quotes-csv', told)).trimEnd().split('\r\n')
    const row = rows.find((line) => line.includes(quote.id))?.split(',') ?? []
    const cell = (column: string) => row[head.split(',').indexOf(column)]
    expect(['kind', 'speaker is', 'how', 'to', 'certainty'].map(cell)).toEqual([
      'mixed',
      person?.changes[0]?.set.entityType,
      'told the council',
      'the council',
      '0.82',
    ])
    expect(cell('reported by')).toBe(reporter?.changes[0]?.set.name)
    expect(cell('recorded')).toMatch(/^2025-/)
    expect(await write('markdown', told)).toContain('“told the council”')
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

  it('do not name a private note in Markdown where another one refers to it', async () => {
    const [shown, hidden] = ['The harbour', 'For me only'].map((title) =>
      made.histories.find(({ changes }) => changes[0]?.set.title === title),
    ) as [RecordHistory, RecordHistory]
    const reference = { type: 'reference', version: 1, target: hidden.id, text: 'For me only' }
    const content = { root: { type: 'root', children: [{ type: 'paragraph', children: [reference] }] } }
    const [change] = shown.changes as [StampedChange]
    const referring = made.histories.map((one) =>
      one === shown ? { ...one, changes: [{ ...change, set: { ...change.set, content } as Fields }] } : one,
    )
    const text = await write('markdown', referring)
    expect(text).toContain('[a private note]')
    expect(text).not.toContain('For me only')
  })

  it('write linked data as JSON', async () => {
    expect(JSON.parse(await write('annotations')).first.items.length).toBe(
      20 + made.histories.filter(({ kind }) => kind === 'link').length,
    )
    expect(JSON.parse(await write('tags'))['@graph']).toHaveLength(4)
  })
})
