import { AxeBuilder } from '@axe-core/playwright'
import { launchBrowser } from '@test/support/browser'
import { serveBuiltApp } from '@test/support/built-app'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let browser: Browser
let server: Awaited<ReturnType<typeof serveBuiltApp>>

beforeAll(async () => {
  server = await serveBuiltApp()
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function openSample(): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.address)
  await page.getByRole('button', { name: 'Open the sample notebook' }).click()
  await page.getByText('2 articles · 4 quotes').waitFor()
  return page
}

describe('searching the notebook', () => {
  it('leads from words to the very place in an article, by keys alone', async () => {
    const page = await openSample()
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type('"tidal barrier"')
    const results = page.getByRole('list', { name: 'Results' })
    await results.getByText('Lindmouth to vote on a barrier').waitFor()
    expect(await results.getByRole('listitem').count()).toBe(1)
    expect(await results.locator('mark').allInnerTexts()).toEqual(['tidal barrier'])
    const faults = await new AxeBuilder({ page: page as never }).analyze()
    expect(faults.violations).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => getSelection()?.toString() === 'tidal barrier')
  })

  it('finds what was just written, and keeps a search to be run again and exported', async () => {
    const page = await openSample()
    await page.keyboard.press('Control+Alt+n')
    await page.getByLabel('Title of the note').fill('Sluices and their keepers')
    await page.keyboard.press('Control+Shift+F')
    await page.getByLabel('Words to look for').fill('sluic')
    const found = page
      .getByRole('list', { name: 'Results' })
      .getByRole('button', { name: /Sluices and their/ })
    await found.waitFor()
    expect(await found.locator('mark').allInnerTexts()).toEqual(['Sluices'])
    await page.getByRole('button', { name: 'Keep this search' }).click()
    await page.getByLabel('Words to look for').fill('')
    await page
      .getByRole('list', { name: 'Kept searches' })
      .getByRole('button', { name: 'sluic' })
      .first()
      .click()
    await page.getByRole('list', { name: 'Results' }).getByText('Sluices and their keepers').waitFor()
    await page.keyboard.press('Control+e')
    await page.getByLabel('What goes in').selectOption('search')
    await page.getByLabel('Kept search', { exact: true }).selectOption('sluic')
    const notes = page.getByRole('dialog').locator('dl div', { hasText: 'Notes' })
    await notes.getByText('1', { exact: true }).waitFor()
  })
})
