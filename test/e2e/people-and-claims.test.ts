import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ReaderPage, ReaderPages, type TestWindow } from './reader-page'

const pages = new ReaderPages()

vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => pages.start(), 120_000)
afterAll(() => pages.stop())

const SAMPLE = { text: 'sample' }

async function axe(reader: ReaderPage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: reader.page as never }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

/** Everybody's name in the list, as it is shown. */
const listed = (reader: ReaderPage) =>
  reader.page.getByRole('list', { name: 'People' }).getByRole('button').allInnerTexts()

/** Keeps some words of the sample as a quote of a new person. */
async function quoteOf(reader: ReaderPage, words: string, speaker: string): Promise<void> {
  await reader.select(words)
  await reader.keys('q')
  await reader.type(speaker)
  await reader.keys('Enter')
  await reader.hears('Quote saved')
}

describe('people', () => {
  it('are merged by keys, with all they said on one page; undo and splitting take them apart again', async () => {
    const reader = await pages.open(SAMPLE)
    await quoteOf(reader, 'one surge in twenty', 'Orla Fenn')
    await quoteOf(reader, 'the slow tide'.slice(4, 8), 'The Warden')
    const orla = (await reader.all('entity')).find(({ fields }) => fields.name === 'Orla Fenn')
    await reader.go({ view: 'people', id: orla?.id })
    const before = await listed(reader)
    const said = reader.page.getByRole('region', { name: 'Said by Orla Fenn' }).getByRole('listitem')
    expect(await said.count()).toBe(1)

    await reader.page.getByRole('combobox', { name: 'Merge another entry into Orla Fenn' }).focus()
    await reader.type('warden')
    await reader.keys('Enter')
    await reader.hears('Merged')
    expect(await said.count()).toBe(2)
    expect((await listed(reader)).length).toBe(before.length - 1)
    expect(await axe(reader)).toEqual([])

    await reader.page.getByRole('heading', { level: 2, name: 'Orla Fenn' }).click()
    await reader.keys('Control+z')
    await reader.hears('Undone')
    expect(await said.count()).toBe(1)
    expect(await listed(reader)).toEqual(before)

    await reader.keys('Control+Shift+z')
    await reader.hears('Redone')
    expect(await said.count()).toBe(2)
    await reader.page.getByRole('button', { name: 'Split off The Warden' }).focus()
    await reader.keys('Enter')
    await reader.hears('The Warden stands alone again')
    expect(await said.count()).toBe(1)
    expect(await listed(reader)).toEqual(before)
    const aliases = (await reader.all('entity')).map(({ fields }) => fields.aliases.join())
    expect(aliases.join()).not.toContain('The Warden')
  })

  it('that look alike are proposed, and never again once they were told apart', async () => {
    const reader = await pages.open(SAMPLE)
    await quoteOf(reader, 'one surge in twenty', 'Ingrid Solvagn')
    await reader.go({ view: 'people' })
    const alike = reader.page.getByRole('region', { name: 'Possibly the same' })
    await alike.getByText('Ingrid Solvagn').waitFor()
    expect(await axe(reader)).toEqual([])
    await alike.getByRole('button', { name: 'Not the same' }).first().focus()
    await reader.keys('Enter')
    await alike.waitFor({ state: 'detached' })
    await reader.page.waitForTimeout(600)
    await reader.page.reload()
    await reader.page.locator('[data-surface]').waitFor()
    await reader.go({ view: 'people' })
    await reader.page.getByRole('list', { name: 'People' }).waitFor()
    expect(await alike.count()).toBe(0)
  })
})

describe('claims', () => {
  /** Wordings in the list of that name. */
  async function inList(reader: ReaderPage, name: string): Promise<string[]> {
    const select = reader.page.getByRole('combobox', { name: 'Which claims' })
    const label = (await select.getByRole('option').allInnerTexts()).find((text) => text.startsWith(name))
    await select.selectOption({ label: label ?? name })
    const list = reader.page.getByRole('list', { name })
    const words = (await list.count()) > 0 ? await list.getByRole('button').allInnerTexts() : []
    expect(label).toBe(`${name} (${words.length})`)
    return words.map((text) => text.replace(/^(Unverified|Supported|Disputed|Refuted)\s*/, ''))
  }

  async function addEvidence(reader: ReaderPage, words: string, bearing: string): Promise<void> {
    const links = (await reader.all('link')).length
    await reader.page.getByRole('searchbox', { name: /^Search passages/ }).focus()
    await reader.type(words)
    await reader.page.getByRole('button', { name: bearing, exact: true }).first().focus()
    await reader.keys('Enter')
    await vi.waitFor(async () => expect((await reader.all('link')).length).toBe(links + 1))
  }

  const PAYS = 'The regional flood fund will pay two thirds of the barrier.'
  const KEPT_DRY = 'The barrier would have kept the old town dry in every flood since 1953.'

  it('are listed by what they lack; evidence is added by search, and what falls without it is told', async () => {
    const reader = await pages.open(SAMPLE)
    const claim = (await reader.all('claim')).find(({ fields }) => fields.text === KEPT_DRY)
    await reader.go({ view: 'claims', id: claim?.id })
    await reader.page.getByRole('heading', { name: KEPT_DRY }).waitFor()
    expect(await inList(reader, 'Without evidence')).toEqual([PAYS, KEPT_DRY])
    expect(await inList(reader, 'On one source')).toEqual([])
    expect(await inList(reader, 'Contradictions left open')).toEqual([])

    await addEvidence(reader, 'four times', 'For')
    expect(await inList(reader, 'Without evidence')).toEqual([PAYS])
    expect(await inList(reader, 'On one source')).toEqual([KEPT_DRY])
    await addEvidence(reader, 'cap any single', 'Against')
    expect(await inList(reader, 'Contradictions left open')).toEqual([KEPT_DRY])
    expect(await axe(reader)).toEqual([])

    const against = reader.page.getByRole('region', { name: 'Speaks against it' })
    await against.getByRole('button', { name: 'What falls without it?' }).first().focus()
    await reader.keys('Enter')
    await against.getByText('would be supported instead of disputed').waitFor()
    expect(await axe(reader)).toEqual([])
    await reader.page.evaluate(() => (window as unknown as TestWindow).notebook.undo())
    expect(await inList(reader, 'Contradictions left open')).toEqual([])
    expect(reader.complaints).toEqual([])
  })
})

describe('the same quote in several articles', () => {
  it('is found from its margin card, laid side by side, with what was cut, altered and named otherwise', async () => {
    const reader = await pages.open({ text: 'copies' })
    await reader.page.locator('[data-surface]').focus()
    await reader.keys('j')
    const link = reader.page.getByRole('button', { name: 'Same quote in 2 other articles' })
    await link.waitFor({ timeout: 20_000 })
    await reader.page.getByText('under different names').waitFor()
    await link.focus()
    await reader.keys('Enter')
    const variants = reader.page.getByRole('list', { name: 'Variants, the earliest first' })
    await variants.waitFor({ timeout: 20_000 })
    const shown = await variants.getByRole('listitem').allInnerTexts()
    expect(shown.map((text) => text.split('\n')[0])).toEqual(['Earliest', 'Cut', 'Words altered'])
    expect(await variants.locator('ins').allInnerTexts()).toEqual(['should'])
    expect((await variants.locator('del').allInnerTexts()).map((text) => text.trim())).toEqual([
      'and then we shall see',
      'will',
    ])
    await variants.getByText('Peer Quill, where the earliest names Orla Fenn').waitFor()
    expect(await axe(reader)).toEqual([])
    const article = variants.getByRole('button', { name: 'Report 3' })
    await article.focus()
    await reader.keys('Enter')
    await reader.page.getByRole('region', { name: 'Report 3' }).waitFor()
    expect(reader.complaints).toEqual([])
  })
})
