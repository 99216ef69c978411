import { listAsSource } from '@shared/bundle/source'
import type { RecordHistory } from '@shared/changes/transaction'
import { type Block, blocksToText } from '@shared/domain/block'
import { bundleBytes, listHistories, openBundle } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 5, annotations: 60, wideEvery: 2 })
const source = listAsSource(made.histories, made.notes)
const byId = [...made.histories].sort((a, b) => (a.id < b.id ? -1 : 1))

function records(bytes: Uint8Array) {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => path.includes('/data/records/'))
  return Object.fromEntries(files.map(([path, content]) => [path, Buffer.from(content).toString()]))
}

describe('a bundle', () => {
  it('brings back every history and transaction exactly', async () => {
    const opened = await openBundle(await bundleBytes(source, { privateNotes: true }))
    expect(await listHistories(opened)).toEqual(byId)
    const notes = []
    for await (const note of opened.transactionNotes()) notes.push(note)
    expect(notes).toEqual(made.notes)
  })

  it('is written again to the same bytes from what was read', async () => {
    const first = await bundleBytes(source)
    const again = await bundleBytes(await openBundle(first))
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('unpacks its records once when they are few, however often they are asked for', async () => {
    const few = listAsSource(made.histories.slice(0, 12), made.notes)
    const opened = await openBundle(await bundleBytes(few))
    const [first, again] = [await listHistories(opened), await listHistories(opened)]
    expect(again).toHaveLength(12)
    again.forEach((history, index) => {
      expect(history).toBe(first[index])
    })
  })

  it('does not depend on the order in which histories arrive', async () => {
    const backwards = listAsSource([...made.histories].reverse(), [...made.notes].reverse())
    expect(Buffer.compare(await bundleBytes(source), await bundleBytes(backwards))).toBe(0)
  })

  it('counts in code points inside its files', async () => {
    const files = records(await bundleBytes(source))
    const lines = (files['Harbour/data/records/annotation.ndjson'] ?? '').trimEnd().split('\n')
    const texts = new Map(
      made.histories
        .filter(({ kind }) => kind === 'version')
        .map(({ id, changes }) => [id, blocksToText(changes[0]?.set.blocks as unknown as Block[])]),
    )
    for (const line of lines) {
      const { target } = JSON.parse(line).changes[0].set
      const [{ start, end, exact }] = target.passages
      expect(
        Array.from(texts.get(target.versionId) ?? '')
          .slice(start, end)
          .join(''),
      ).toBe(exact)
    }
    expect(lines).toHaveLength(60)
  })

  it('leaves out private notes and their transactions unless asked for', async () => {
    const text = Object.values(records(await bundleBytes(source))).join('')
    expect(text).not.toContain('For me only')
    expect(text).toContain('The harbour')
    const withPrivate = Object.values(records(await bundleBytes(source, { privateNotes: true }))).join('')
    expect(withPrivate).toContain('For me only')
  })

  it('leaves out links to private notes, whose comments speak of them', async () => {
    const [shown, hidden] = ['The harbour', 'For me only'].map((title) =>
      made.histories.find(({ changes }) => changes[0]?.set.title === title),
    ) as [RecordHistory, RecordHistory]
    const link = (from: string, to: string, index: number): RecordHistory => ({
      id: `01960000-0000-7000-8000-00000000000${index}`,
      kind: 'link',
      changes: [
        {
          stamp: hidden.changes[0]?.stamp as string,
          set: { from, to, relation: 'cites', comment: 'whispered' },
        },
      ],
    })
    const links = [link(shown.id, hidden.id, 1), link(hidden.id, shown.id, 2)]
    const linked = listAsSource([...made.histories, ...links], made.notes)
    const whole = Object.values(unzipSync(await bundleBytes(linked))).map((bytes) =>
      Buffer.from(bytes).toString(),
    )
    expect(whole.join('')).not.toContain('whispered')
    expect(whole.join('')).not.toContain(hidden.id)
    const all = Object.values(records(await bundleBytes(linked, { privateNotes: true }))).join('')
    expect(all.match(/whispered/g)).toHaveLength(2)
  })

  it('is not written with one id under two kinds, which nobody could read', async () => {
    const [article] = made.histories.filter(({ kind }) => kind === 'article') as [RecordHistory]
    const twin: RecordHistory = {
      ...article,
      kind: 'claim',
      changes: [
        {
          stamp: article.changes[0]?.stamp as string,
          set: { text: 'x', status: 'unverified', certainty: null, comment: '' },
        },
      ],
    }
    await expect(bundleBytes(listAsSource([...made.histories, twin]))).rejects.toThrow(article.id)
  })

  it('leaves out the full text when told to, and is then still the same after a round trip', async () => {
    const bytes = await bundleBytes(source, { fullText: false })
    const whole = Object.values(unzipSync(bytes)).map((content) => Buffer.from(content).toString())
    const blocks = made.histories.find(({ kind }) => kind === 'version')?.changes[0]?.set.blocks as {
      text: string
    }[]
    expect(whole.join('')).not.toContain(blocks[0]?.text)
    const again = await bundleBytes(await openBundle(bytes), { fullText: false })
    expect(Buffer.compare(bytes, again)).toBe(0)
    expect(records(await bundleBytes(await openBundle(bytes)))).toEqual(records(bytes))
  })

  it('holds an empty notebook', async () => {
    const opened = await openBundle(await bundleBytes(listAsSource([])))
    expect(await listHistories(opened)).toEqual([])
  })
})
