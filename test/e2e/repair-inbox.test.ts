import { AxeBuilder } from '@axe-core/playwright'
import type { Annotation, Verdict } from '@shared/domain/annotation'
import { blocksToText } from '@shared/domain/block'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeRepairTexts } from './pages/reader/repair-texts'
import { type ReaderPage, ReaderPages } from './reader-page'

const pages = new ReaderPages()

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => pages.start(), 120_000)
afterAll(() => pages.stop())

/** How many annotations have each verdict in the newest version. */
async function verdicts(reader: ReaderPage): Promise<Partial<Record<Verdict, number>>> {
  const [article] = await reader.all('article')
  const counts: Partial<Record<Verdict, number>> = {}
  for (const annotation of (await reader.all('annotation')) as readonly Annotation[]) {
    const verdict = annotation.fields[`at:${article?.fields.currentVersion ?? ''}`]?.verdict
    if (verdict) counts[verdict] = (counts[verdict] ?? 0) + 1
  }
  return counts
}

const waiting = (reader: ReaderPage) =>
  reader.page.getByRole('region', { name: 'Passages to repair' }).getByRole('status').textContent()

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
    expect(await verdicts(reader)).toEqual({ exact: 5, moved: 5, edited: 5, ambiguous: 5, lost: 5 })

    await reader.go({ view: 'inbox', section: 'repairs' })
    await reader.page.getByRole('region', { name: 'Passages to repair' }).waitFor()
    const { violations } = await new AxeBuilder({ page: reader.page as never }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    for (let left = 10; left > 0; left -= 1) {
      expect(await waiting(reader)).toContain(`of ${left}`)
      const isChoice = (await reader.page.locator('ol button').count()) > 0
      const isAmbiguous = (await waiting(reader))?.includes('ambiguous')
      await reader.keys(isAmbiguous && isChoice ? (left % 2 === 0 ? 'a' : '2') : 'x')
      await reader.settle()
    }
    expect(await reader.page.getByText('Every passage has its place.').count()).toBe(1)
    await reader.keys('Control+z')
    await reader.page.getByRole('region', { name: 'Passages to repair' }).waitFor()
    expect(await waiting(reader)).toContain('1 of 1')
    for (let count = 0; count < 9; count += 1) {
      await reader.keys('Control+z')
      await reader.settle()
    }
    expect(await waiting(reader)).toContain('of 10')
    expect(reader.complaints).toEqual([])
  }, 60_000)
})
