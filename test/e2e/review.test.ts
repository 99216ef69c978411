import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ReaderPage, ReaderPages } from './reader-page'

const pages = new ReaderPages()

vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => pages.start(), 120_000)
afterAll(() => pages.stop())

const SAMPLE = { text: 'sample' }

async function review(reader: ReaderPage) {
  const bar = reader.page.getByRole('region', { name: 'Review suggestions' })
  await reader.page.getByRole('button', { name: /^Review \d+ quotes/ }).waitFor({ timeout: 30_000 })
  await reader.keys('r')
  await bar.waitFor()
  return bar
}

async function decisions(reader: ReaderPage): Promise<string[]> {
  await reader.settle()
  return (await reader.all('decision')).map(({ fields }) => fields.outcome)
}

async function axe(reader: ReaderPage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: reader.page as never }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

describe('reviewing suggestions', () => {
  it('accepts, rejects, corrects and accepts all that are sure, by keys alone', async () => {
    const reader = await pages.open(SAMPLE)
    const before = (await reader.all('quote')).length
    const bar = await review(reader)
    const counter = bar.getByText(/^\d+ of \d+$/)
    const [, total = '0'] = /of (\d+)/.exec((await counter.textContent()) ?? '') ?? []
    expect(await axe(reader)).toEqual([])

    await reader.keys('a')
    await reader.hears('Kept as a quote')
    expect((await reader.all('quote')).length).toBe(before + 1)
    expect((await reader.all('quote')).at(-1)?.fields.confidence).toBeGreaterThan(0)
    expect(await counter.textContent()).toBe(`1 of ${Number(total) - 1}`)

    await reader.keys('x')
    await reader.hears('Turned down')
    expect(await decisions(reader)).toEqual(['accepted', 'rejected'])
    expect((await reader.all('quote')).length).toBe(before + 1)

    const words = await bar.locator('.visually-hidden').textContent()
    await reader.keys('e')
    await bar.getByRole('combobox', { name: 'Speaker' }).waitFor()
    expect(await axe(reader)).toEqual([])
    await reader.type('Orla Fenn')
    // Past the kind of speech to the edges: begin a word earlier, end a word later.
    await reader.keys('Tab', 'Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'Enter')
    await bar.getByRole('combobox', { name: 'Speaker' }).focus()
    await reader.keys('Enter')
    await reader.hears('Kept as a quote of Orla Fenn')
    const corrected = (await reader.all('quote')).at(-1)
    const orla = (await reader.all('entity')).find(({ fields }) => fields.name === 'Orla Fenn')
    expect(corrected?.fields.speakerId).toBe(orla?.id)
    expect(corrected?.fields.source).toBe(null)
    const kept = (await reader.all('annotation')).find(({ id }) => id === corrected?.fields.annotationId)
    const exact = kept?.fields.target.passages.map((passage) => passage.exact).join(' … ') ?? ''
    expect(exact).toContain(words)
    expect(exact.length).toBeGreaterThan((words ?? '').length)
    expect(await decisions(reader)).toEqual(['accepted', 'rejected', 'corrected'])

    const all = bar.getByRole('button', { name: /^Accept \d+/ })
    const [, promised = '0'] = /Accept (\d+)/.exec((await all.textContent()) ?? '') ?? []
    const quotes = (await reader.all('quote')).length
    await reader.keys('Shift+A')
    expect(Number(promised)).toBeGreaterThan(0)
    await reader.hears(`${promised} ${promised === '1' ? 'quote' : 'quotes'} kept`)
    expect((await reader.all('quote')).length).toBe(quotes + Number(promised))
    await reader.keys('Control+z')
    await reader.hears('Undone')
    expect((await reader.all('quote')).length).toBe(quotes)
    await reader.keys('Escape')
    expect(await bar.count()).toBe(0)
    expect(reader.complaints).toEqual([])
  })

  it('gives one speaker one entity, however many of their quotes are accepted', async () => {
    const reader = await pages.open(SAMPLE)
    await review(reader)
    await reader.keys('Shift+A')
    await reader.hears('quotes kept')
    const names = (await reader.all('entity')).map(({ fields }) => fields.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('Maud Ellery')
  })

  it('goes back to what was decided when that is undone', async () => {
    const reader = await pages.open(SAMPLE)
    const bar = await review(reader)
    const speaker = bar.locator('strong')
    await reader.keys('j')
    const first = await speaker.textContent()
    const counter = await bar.getByText(/^\d+ of \d+$/).textContent()
    await reader.keys('x')
    await reader.hears('Turned down')
    await reader.keys('Control+z')
    await reader.hears('Undone')
    expect(await speaker.textContent()).toBe(first)
    expect(await bar.getByText(/^\d+ of \d+$/).textContent()).toBe(counter)
  })

  it('never suggests again what was decided, not after a reload either', async () => {
    const reader = await pages.open(SAMPLE)
    const bar = await review(reader)
    await reader.keys('d', 'x', 'x', 'a')
    await reader.hears('Kept as a quote')
    const left = await bar.getByText(/^\d+ of \d+$/).textContent()
    await reader.page.waitForTimeout(600)
    await reader.page.reload()
    await reader.page.locator('[data-surface]').waitFor()
    const again = await review(reader)
    await reader.keys('d')
    expect(await again.getByText(/^\d+ of \d+$/).textContent()).toBe(left)
    expect(await decisions(reader)).toEqual(['rejected', 'rejected', 'accepted'])
  })

  it('keeps a sentence worth checking as a claim, reworded', async () => {
    const reader = await pages.open(SAMPLE)
    const bar = await review(reader)
    await reader.keys('Shift+R')
    await bar.getByText('Worth checking', { exact: true }).last().waitFor()
    expect(await bar.textContent()).toContain('States')
    await reader.keys('e', 'Control+a')
    await reader.type('The barrier costs 84 million crowns')
    await reader.keys('Enter')
    await reader.hears('Kept as a claim')
    const claim = (await reader.all('claim')).at(-1)
    expect(claim?.fields.text).toBe('The barrier costs 84 million crowns')
    expect((await reader.all('annotation')).at(-1)?.fields.claimId).toBe(claim?.id)
  })

  it('lists the articles in which suggestions wait, looks through the others, and opens the review', async () => {
    const reader = await pages.open(SAMPLE)
    await review(reader)
    await reader.go({ view: 'inbox' })
    const list = reader.page.getByRole('list', { name: 'Articles with suggestions' })
    await list.waitFor()
    const before = await list.getByRole('listitem').count()
    await reader.page.getByRole('button', { name: /^Look for quotes in/ }).focus()
    await reader.keys('Enter')
    await vi.waitFor(
      async () => expect(await list.getByRole('listitem').count()).toBeGreaterThan(before),
      20_000,
    )
    expect(await axe(reader)).toEqual([])
    await list.getByRole('button').last().focus()
    await reader.keys('Enter')
    await reader.page.getByRole('region', { name: 'Review suggestions' }).waitFor()
  })
})
