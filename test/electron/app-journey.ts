import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ElectronDouble } from '@test/support/electron-double/electron-double'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const COUNTS = /\d+ articles? · \d+ quotes? · \d+ claims?/

/** What the status line says of the notebook. */
async function countsOf(page: Page): Promise<string> {
  return COUNTS.exec(await page.locator('body').innerText())?.[0] ?? ''
}

async function waitForArticles(page: Page): Promise<string> {
  await expect.poll(() => countsOf(page), { timeout: 15_000 }).toMatch(/^[1-9]/)
  return countsOf(page)
}

/** Saves the notebook as a bundle through the main process's dialog; gives the names of what is in it. */
async function saveBundle(double: ElectronDouble, page: Page, path: string): Promise<string[]> {
  double.state.dialogAnswers.push({ canceled: false, filePath: path })
  double.chooseMenu(['File', 'Export a bundle…'])
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  await expect
    .poll(
      () =>
        readFile(path).then(
          () => true,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true)
  return Object.keys(unzipSync(new Uint8Array(await readFile(path))))
}

/**
 * The desktop's main job on one built app: open it, fill it, save a bundle to disk, relaunch and find everything; and
 * once more after a kill with the browser's store deleted. Throws at the first thing that is not as it must be.
 */
export async function runAppJourney(folder: string): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'florilegium-journey-'))
  const home = join(root, 'home')
  const launch = () => ElectronDouble.launch({ folder, home })
  let double = await launch()
  try {
    let page = await double.page()
    await page.getByRole('button', { name: 'Open the sample notebook' }).click()
    const counts = await waitForArticles(page)
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor()
    const parts = await saveBundle(double, page, join(root, 'sample.florilegium'))
    expect(parts.some((part) => part.includes('/data/records/'))).toBe(true)

    await double.quit()
    double = await launch()
    page = await double.page()
    expect(await waitForArticles(page)).toBe(counts)

    await double.crash()
    await rm(join(home, 'browser'), { recursive: true, force: true, maxRetries: 5 })
    double = await launch()
    page = await double.page()
    expect(await waitForArticles(page)).toBe(counts)
    expect(double.state.requestsOutside).toEqual([])
  } finally {
    await double.crash()
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
}
