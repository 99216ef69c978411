import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type NotebookWindow, NotebookWindows } from './notebook-window'

const windows = new NotebookWindows()

beforeAll(() => windows.start(), 60_000)
afterAll(() => windows.stop())
afterEach(() => expect(windows.complaints).toEqual([]))

const DAY = 24 * 3_600_000
/** Longer than it takes until the next look whether a backup is due. */
const LOOK = 15 * 60_000

/** Deletes an article, rewords a claim and writes a note, all by keyboard. */
async function work(window: NotebookWindow): Promise<void> {
  const { page } = window
  await window.rest()
  await window.keys('g', 'l')
  await page.getByRole('row').nth(1).focus()
  await window.keys('Delete')
  await window.hears('is in the trash')
  await window.keys('g', 'c')
  await window.press('The regional flood fund')
  await page.getByLabel('Wording').focus()
  await window.keys('End')
  await window.type(' Or so it says')
  await window.keys('Tab')
  await window.keys('Control+Alt+n')
  await page.getByLabel('Title of the note').waitFor()
  await window.type('A note of today')
  await page.getByRole('button', { name: 'A note of today', exact: false }).first().waitFor()
}

const listed = (window: NotebookWindow) => window.page.getByRole('list', { name: 'Backups, latest first' })

async function openSinceDialog(window: NotebookWindow): Promise<void> {
  await window.command('Backups')
  await listed(window).waitFor()
  await window.press(/^What changed since/)
  await window.page.getByRole('dialog', { name: /^What changed since/ }).waitFor()
}

describe('backups', () => {
  it('show what changed since, restore it in one step, and undo takes that back', async () => {
    const window = await windows.openSample()
    const { page } = window
    const before = await window.counts()
    await window.command('Back up now')
    await window.hears('Backed up')
    await work(window)
    const after = await window.counts()
    expect(after).not.toBe(before)

    await openSinceDialog(window)
    await window.seesNoBarrier('what changed since')
    const group = (name: string) => page.getByRole('region', { name }).innerText()
    expect(await group('Deleted since')).toMatch(/1 article/)
    expect(await group('Changed since')).toMatch(
      /Wording\s+then[\s\S]*the barrier\.\s+now[\s\S]*Or so it says/,
    )
    expect(await group('Added since')).toMatch(/1 note[\s\S]*A note of today/)
    await window.press('Restore')
    await window.hears('Restored')
    expect(await window.counts()).toBe(before)
    expect(await page.getByRole('dialog').count()).toBe(0)

    await openSinceDialog(window)
    expect(await page.getByRole('region', { name: 'Deleted since' }).count()).toBe(0)
    expect(await page.getByRole('region', { name: 'Changed since' }).count()).toBe(0)
    await page.getByLabel('Move it to the trash').focus()
    await window.keys('Space')
    await window.press('Restore')
    await window.hears('Restored')
    await openSinceDialog(window)
    await page.getByText('Nothing: the notebook is as it was.').waitFor()
    await window.keys('Escape')

    await window.rest()
    await window.keys('Control+z')
    await window.hears('Undone: restore backup')
    await window.keys('Control+z')
    await expect.poll(() => window.counts()).toBe(after)
  }, 120_000)

  it('can be carried away as a file, and name one that is damaged', async () => {
    const window = await windows.openSample()
    const { page } = window
    await window.command('Back up now')
    await window.hears('Backed up')
    await window.command('Backups')
    await listed(window).waitFor()
    expect(await listed(window).innerText()).toMatch(/kB · 2 articles/)
    await window.seesNoBarrier('settings')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      window.press(/^Save a copy of the backup/),
    ])
    const files = Object.keys(unzipSync(await readFile(await download.path())))
    expect(files.some((path) => path.includes('/data/records/'))).toBe(true)

    await page.evaluate(async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups')
      const handle = await folder.getFileHandle(name)
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
      bytes.fill(7, 3000, 3100)
      const writable = await handle.createWritable()
      await writable.write(bytes)
      await writable.close()
    }, download.suggestedFilename())
    await window.press(/^What changed since/)
    const alert = page.getByRole('alert').filter({ hasText: 'It cannot be used' })
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(/^It cannot be used: [^.]+.*\.$/)
    expect(await page.getByRole('dialog').count()).toBe(0)
  }, 120_000)

  it('say that the disk is full, let work go on, and succeed when there is space', async () => {
    const window = await windows.openSample()
    const { page, context } = window
    const protocol = await context.newCDPSession(page)
    const origin = new URL(windows.address).origin
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 })
    await window.command('Back up now')
    const notice = page.getByText(/There is no new backup\..*full/)
    await notice.waitFor()
    await protocol.send('Storage.overrideQuotaForOrigin', { origin })
    await window.command('Back up now')
    await window.hears('Backed up')
    await notice.waitFor({ state: 'detached' })
    await window.command('Backups')
    await expect.poll(() => listed(window).getByRole('listitem').count()).toBe(1)
  }, 120_000)

  it('are made by themselves once on each day on which something changed', async () => {
    const window = await windows.openSample((page) => page.clock.install())
    const { page } = window
    await window.command('Backups')
    const count = () => listed(window).getByRole('listitem').count()
    expect(await count()).toBe(0)
    const later = async (time: number) => {
      await page.clock.fastForward(time)
      // Where no backup is due there is nothing to wait for but time.
      await page.waitForTimeout(1_500)
    }
    await page.clock.fastForward(25_000)
    await expect.poll(count, { timeout: 15_000 }).toBe(1)
    await later(DAY)
    expect(await count()).toBe(1)
    await window.rest()
    await window.keys('Control+z')
    await window.hears('Undone')
    await page.clock.fastForward(LOOK)
    await expect.poll(count, { timeout: 15_000 }).toBe(2)
    await window.keys('Control+Shift+z')
    await window.hears('Redone')
    await later(LOOK)
    expect(await count()).toBe(2)
    await page.clock.fastForward(DAY)
    await expect.poll(count, { timeout: 15_000 }).toBe(3)
  }, 120_000)
})
