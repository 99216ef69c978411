import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ElectronDouble } from '@test/support/electron-double/electron-double'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const FOLDER = fileURLToPath(new URL('../..', import.meta.url))
const COUNTS = /\d+ articles? · \d+ quotes? · \d+ claims?/

let root: string
let home: string
let double: ElectronDouble

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'florilegium-backups-'))
  home = join(root, 'home')
  double = await ElectronDouble.launch({ folder: FOLDER, home })
}, 60_000)

afterEach(async () => {
  await double.crash()
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
}, 60_000)

const counts = async (page: Page) => COUNTS.exec(await page.locator('body').innerText())?.[0]

async function give(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).waitFor()
  await page.keyboard.type(command)
  await page.getByRole('option', { name: command }).first().waitFor()
  await page.keyboard.press('Enter')
}

describe('backups of the desktop app (double)', () => {
  it('bring a notebook back whose store and journal are both gone', async () => {
    let page = await double.page()
    await page.getByRole('button', { name: 'Open the sample notebook' }).click()
    await expect.poll(() => counts(page), { timeout: 15_000 }).toMatch(/^[1-9]/)
    const before = await counts(page)
    await give(page, 'Back up now')
    await page.getByText('Backed up.').waitFor()
    expect(await readdir(join(home, 'backups'))).toEqual([
      expect.stringMatching(/^notebook-.*\.florilegium$/),
    ])

    await double.crash()
    for (const part of ['browser', 'journal'])
      await rm(join(home, part), { recursive: true, force: true, maxRetries: 5 })
    double = await ElectronDouble.launch({ folder: FOLDER, home })
    page = await double.page()
    await page.getByRole('heading', { name: 'Begin with an article' }).waitFor()
    await give(page, 'Backups')
    await page.getByText('made by another notebook').waitFor()
    await page.getByRole('button', { name: /^What changed since/ }).click()
    const dialog = page.getByRole('dialog', { name: /^What changed since/ })
    await dialog.getByText('Bring it back').waitFor()
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await counts(page)).toBe(before)
  }, 120_000)

  it('go into the folder that the user chose, and say when it is gone', async () => {
    const page = await double.page()
    await page.getByRole('button', { name: 'Open the sample notebook' }).click()
    await expect.poll(() => counts(page), { timeout: 15_000 }).toMatch(/^[1-9]/)
    const chosen = await mkdtemp(join(root, 'stick-'))
    double.state.dialogAnswers.push({ canceled: false, filePaths: [chosen] })
    await give(page, 'Backups')
    await page.getByRole('button', { name: 'Choose another folder' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect.poll(() => readdir(chosen), { timeout: 15_000 }).toHaveLength(1)
    await page.getByRole('button', { name: 'Back up now' }).waitFor()

    await rm(chosen, { recursive: true })
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText(/There is no new backup\..*is not there: connect its disk/).waitFor()
    expect(await counts(page)).toMatch(/^[1-9]/)
  }, 120_000)
})
