import { AxeBuilder } from '@axe-core/playwright'
import type { Annotation, Placement, Verdict } from '@shared/domain/annotation'
import { blocksToText } from '@shared/domain/block'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeRepairTexts } from './pages/reader/repair-texts'
import { type ReaderPage, ReaderPages } from './reader-page'

const pages = new ReaderPages()

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => pages.start(), 120_000)
afterAll(() => pages.stop())

/** Where every annotation stands in the newest version, by its id. */
async function placements(reader: ReaderPage): Promise<Record<string, Placement>> {
  const [article] = await reader.all('article')
  const annotations = (await reader.all('annotation')) as readonly Annotation[]
  const entries = annotations.flatMap(({ id, fields }) => {
    const placement = fields[`at:${article?.fields.currentVersion ?? ''}`]
    return placement ? [[id, placement] as const] : []
  })
  return Object.fromEntries(entries)
}

function countVerdicts(places: Record<string, Placement>): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const { verdict } of Object.values(places)) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

const waiting = (reader: ReaderPage) =>
  reader.page.getByRole('region', { name: 'Passages to repair' }).getByRole('status').textContent()

/** Goes to the article from the inbox, selects three words at the caret, and says that the passage stands there. */
async function selectAnew(reader: ReaderPage): Promise<string> {
  await reader.keys('r')
  await reader.page.locator('[data-surface]').waitFor()
  await reader.settle()
  await reader.page.locator('[data-surface]').focus()
  await reader.keys('Enter', 'Control+ArrowRight')
  for (let count = 0; count < 3; count += 1) await reader.keys('Control+Shift+ArrowRight')
  const words = await reader.selection()
  await reader.keys('p')
  await reader.hears('Placed')
  await reader.go({ view: 'inbox', section: 'repairs' })
  await reader.page.getByRole('region', { name: 'Passages to repair' }).waitFor()
  return words.trim()
}

/** Pastes a text as it comes from a newer copy of the article. */
async function paste(editor: Locator, text: string): Promise<void> {
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

describe('the repair inbox', () => {
  it('settles by keys what a corrected text left in doubt, and undo restores it', async () => {
    const reader = await pages.open({ text: 'repair' })
    expect((await reader.all('annotation')).length).toBe(25)
    await reader.page.getByLabel('Correct the text').click()
    const editor = reader.page.locator('[contenteditable="true"]')
    await editor.waitFor()
    await editor.focus()
    await reader.keys('Control+a')
    await paste(editor, blocksToText(makeRepairTexts().after))
    await reader.keys('Control+Enter')
    await reader.hears('Saved')
    const before = await placements(reader)
    expect(countVerdicts(before)).toEqual({ exact: 5, moved: 5, edited: 5, ambiguous: 5, lost: 5 })

    await reader.go({ view: 'inbox', section: 'repairs' })
    await reader.page.getByRole('region', { name: 'Passages to repair' }).waitFor()
    const { violations } = await new AxeBuilder({ page: reader.page as never }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    // In the order of the text the ambiguous ones come first, then the lost ones.
    const ways = ['a', '2', 'a', '2', 'r', 'x', 'r', 'x', 'x', 'x']
    const chosen: string[] = []
    for (const [order, way] of ways.entries()) {
      expect(await waiting(reader)).toContain(`1 of ${ways.length - order}`)
      expect(await waiting(reader)).toContain(order < 5 ? 'ambiguous' : 'lost')
      if (way === 'r') chosen.push(await selectAnew(reader))
      else await reader.keys(way)
      await reader.settle()
    }
    await reader.page.getByText('Every passage has its place.').waitFor()

    const text = blocksToText(makeRepairTexts().after)
    const annotations = (await reader.all('annotation')) as readonly Annotation[]
    const doubtful = annotations
      .filter(({ id }) => ['ambiguous', 'lost'].includes(before[id]?.verdict ?? ''))
      .sort((a, b) => (a.fields.target.passages[0]?.start ?? 0) - (b.fields.target.passages[0]?.start ?? 0))
    const after = await placements(reader)
    doubtful.forEach(({ id }, order) => {
      const { settled, spans } = after[id] as Placement
      const [first, second] = (before[id]?.candidates ?? []).map(([start, end]) => [[start, end]])
      expect(settled).toBe(true)
      if (ways[order] === 'a') expect(spans).toEqual(first)
      if (ways[order] === '2') expect(spans).toEqual(second)
      if (ways[order] === 'x') expect(spans).toEqual([])
      if (ways[order] === 'r')
        expect(spans.map(([start, end]) => text.slice(start, end))).toEqual([chosen.shift()])
    })
    expect(doubtful).toHaveLength(10)

    await reader.keys('Control+z')
    await reader.page.getByRole('region', { name: 'Passages to repair' }).waitFor()
    expect(await waiting(reader)).toContain('1 of 1')
    for (let count = 0; count < 9; count += 1) {
      await reader.keys('Control+z')
      await reader.settle()
    }
    expect(await waiting(reader)).toContain('of 10')
    expect(await placements(reader)).toEqual(before)
    expect(reader.complaints).toEqual([])
  }, 120_000)
})
