import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ReaderPage, ReaderPages } from './reader-page'

const pages = new ReaderPages()

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => pages.start(), 120_000)
afterAll(() => pages.stop())

const PARAGRAPHS = [
  'The lock at Marrow Bridge was closed for eleven days in March after a diver found a crack in the lower gate.',
  'Forty barges waited below the weir while engineers argued about whether the gate could bear another spring flood.',
  'A second gate had been ordered two years before, and nobody could say where it was being kept or who had paid.',
  'The harbour office expects the first boats through on Monday, provided that the river does not rise again.',
  'Lock keepers, who had warned of the crack twice in writing, were not asked to speak at the hearing on Thursday.',
]

/** The page as it was found a day later: one paragraph corrected, one gone, one new. */
const LATER = [
  PARAGRAPHS[0]?.replace('eleven days', 'nineteen days'),
  PARAGRAPHS[1],
  PARAGRAPHS[3],
  PARAGRAPHS[4],
  'Boats of less than nine metres may use the old side channel from Saturday, the office said in a second notice.',
] as const

const page = (paragraphs: readonly (string | undefined)[]) => `<!doctype html><html lang="en"><head>
  <title>Marrow Bridge lock stays shut</title>
  <link rel="canonical" href="https://herald.example/marrow-bridge">
  <meta property="og:site_name" content="The Test Herald"></head>
  <body><article><h1>Marrow Bridge lock stays shut</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`

async function drop({ page: shown }: ReaderPage, html: string): Promise<void> {
  await shown.evaluate((source) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([source], 'marrow-bridge.html', { type: 'text/html' }))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, html)
}

const current = async (reader: ReaderPage) =>
  (await reader.all('article')).find(({ fields }) => fields.title.startsWith('Marrow Bridge'))

/** The verdict on each annotation's words in the version that is shown. */
async function verdicts(reader: ReaderPage): Promise<Record<string, string | undefined>> {
  const version = (await current(reader))?.fields.currentVersion
  const annotations = await reader.all('annotation')
  return Object.fromEntries(
    annotations.map(({ fields }) => [
      fields.target.passages[0]?.exact.split(' ')[0] ?? '',
      fields[`at:${version ?? ''}`]?.verdict,
    ]),
  )
}

/** Waits until the text that is shown says so. */
const shows = ({ page: shown }: ReaderPage, words: string) =>
  shown.waitForFunction(
    (wanted) => document.querySelector('[data-surface]')?.textContent?.includes(wanted),
    words,
  )

const text = (reader: ReaderPage) =>
  reader.page.locator('[data-surface]').evaluate((element) => element.textContent ?? '')

async function capture(reader: ReaderPage): Promise<void> {
  await drop(reader, page(PARAGRAPHS))
  await reader.hears('Captured “Marrow Bridge lock stays shut”')
  for (const words of ['eleven days in March', 'Forty barges waited', 'second gate had been ordered']) {
    await reader.select(words)
    await reader.keys('h')
    await reader.hears('Highlighted')
  }
}

async function captureAgain(reader: ReaderPage): Promise<void> {
  await drop(reader, page(LATER))
  await reader.hears('this is its new version')
  await shows(reader, 'nineteen days')
}

describe('an article that is captured again', () => {
  it('is a new version: passages found or in doubt, the older text kept, and undo takes it back', async () => {
    const reader = await pages.open({ text: '300' })
    await capture(reader)
    await captureAgain(reader)
    expect((await reader.all('article')).length).toBe(2)
    await reader.hears('1 of 3 passages waits in the Inbox')
    expect(await verdicts(reader)).toEqual({ eleven: 'edited', Forty: 'exact', second: 'lost' })
    await reader.page.getByRole('region', { name: 'Captured again' }).waitFor()

    const versions = await reader.all('version')
    const basis = versions.find(({ fields }) => fields.reason === 'recaptured')?.fields.basedOn
    const first = versions.find(({ id }) => id === basis)
    await reader.page.getByLabel('Version', { exact: true }).selectOption(first?.id ?? '')
    await shows(reader, 'eleven days')
    expect(await text(reader)).toContain('who had paid')
    const newest = (await current(reader))?.fields.currentVersion
    await reader.page.getByLabel('Version', { exact: true }).selectOption(newest ?? '')
    await shows(reader, 'nineteen days')

    await reader.page.locator('[data-surface]').focus()
    await reader.keys('Control+z')
    await reader.hears('Undone')
    await shows(reader, 'eleven days')
    expect((await current(reader))?.fields.currentVersion).toBe(first?.id)
    expect((await reader.all('version')).length).toBe(versions.length - 1)
    await reader.keys('Control+Shift+z')
    await reader.hears('Redone')
    await shows(reader, 'nineteen days')
    expect(reader.complaints).toEqual([])
  })

  it('shows both versions side by side, walked by keys, each change marked by more than colour', async () => {
    const reader = await pages.open({ text: '300' })
    await capture(reader)
    await captureAgain(reader)
    await reader.page.getByRole('button', { name: 'Compare them' }).focus()
    await reader.keys('Enter')
    const both = reader.page.getByRole('region', { name: 'Both versions' })
    await reader.hears('3 blocks differ')
    expect(await both.locator('del').allTextContents()).toEqual(['eleven', PARAGRAPHS[2]])
    expect(await both.locator('ins').allTextContents()).toEqual(['nineteen', LATER[4]])
    const lines = await both
      .locator('del, ins')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).textDecorationLine))
    expect(new Set(lines)).toEqual(new Set(['line-through', 'underline']))
    const seen: (string | null)[] = []
    for (let change = 0; change < 3; change += 1) {
      await reader.keys('j')
      seen.push(await both.locator('[aria-current] span').first().textContent())
    }
    expect(seen).toEqual(['Changed', 'Removed', 'Added'])
    await reader.keys('k')
    await reader.hears('2 of 3: removed')
    const { violations } = await new AxeBuilder({ page: reader.page as never }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    await reader.keys('Escape')
    expect(await both.count()).toBe(0)
    expect(await reader.page.evaluate(() => document.activeElement?.hasAttribute('data-surface'))).toBe(true)
    expect(reader.complaints).toEqual([])
  })

  it('becomes an article of its own when it is another one, and undo joins them again', async () => {
    const reader = await pages.open({ text: '300' })
    await capture(reader)
    await captureAgain(reader)
    await reader.page.getByRole('button', { name: 'It is another article' }).click()
    await reader.hears('Kept as an article of its own')
    await shows(reader, 'nineteen days')
    expect((await reader.all('article')).length).toBe(3)
    await reader.page.locator('[data-surface]').focus()
    await reader.keys('Control+z')
    await reader.hears('Undone')
    expect((await reader.all('article')).length).toBe(2)
    expect(reader.complaints).toEqual([])
  })
})
