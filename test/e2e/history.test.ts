import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type NotebookWindow, NotebookWindows } from './notebook-window'

const windows = new NotebookWindows()

beforeAll(() => windows.start(), 60_000)
afterAll(() => windows.stop())
afterEach(() => expect(windows.complaints).toEqual([]))

const CLAIM = 'The regional flood fund'

async function openClaim(window: NotebookWindow): Promise<void> {
  await window.rest()
  await window.keys('g', 'c')
  await window.page
    .getByRole('complementary', { name: 'All claims' })
    .getByRole('button', { name: CLAIM })
    .focus()
  await window.keys('Enter')
  await window.page.getByLabel('Wording').waitFor()
}

/** Adds words to the wording of the claim that is shown. */
async function addToWording(window: NotebookWindow, words: string): Promise<void> {
  const wording = window.page.getByLabel('Wording')
  await wording.focus()
  await window.keys('Control+End')
  await window.type(words)
  await window.keys('Tab')
  await window.page.getByRole('heading', { name: words.trim() }).waitFor()
}

const versions = (window: NotebookWindow) =>
  window.page.getByRole('list', { name: 'Versions, latest first' }).locator('> li')

describe('the history of a thing', () => {
  it('shows who changed what, restores a version by keys, and undo takes that back', async () => {
    const window = await windows.openSample()
    const { page } = window
    await openClaim(window)
    await addToWording(window, ' Once')
    await addToWording(window, ' Twice')
    await window.keys('Alt+h')
    await page.getByRole('heading', { name: 'History', exact: true }).waitFor()
    await window.seesNoBarrier('history')
    expect(await versions(window).count()).toBe(3)
    const [latest, middle, first] = await versions(window).allInnerTexts()
    expect(latest).toMatch(/Researcher[\s\S]*As it is now[\s\S]*Wording[\s\S]*Once[\s\S]*Once Twice/)
    expect(middle).toMatch(/Researcher[\s\S]*Wording[\s\S]*barrier\.[\s\S]*barrier\. Once/)
    expect(first).toMatch(/Sample notebook, made it/)

    await versions(window)
      .nth(1)
      .getByRole('button', { name: /^Restore/ })
      .focus()
    await window.keys('Enter')
    await window.hears('Restored')
    const wording = () => page.locator('section[aria-label="History"] p').first().innerText()
    await expect.poll(wording).toMatch(/Once$/)
    await expect.poll(() => versions(window).count()).toBe(4)
    await window.rest()
    await window.keys('Control+z')
    await window.hears('Undone: restore version')
    await expect.poll(wording).toMatch(/Twice$/)
  }, 120_000)

  it('works on what is in the trash, and takes it out', async () => {
    const window = await windows.openSample()
    const before = await window.counts()
    await openClaim(window)
    await window.press('Delete this claim')
    await window.hears('in the trash')
    await window.command('Trash')
    await window.press('History')
    await window.page.getByText('Claim, in the trash').waitFor()
    expect((await versions(window).allInnerTexts())[0]).toMatch(/In the trash[\s\S]*Yes/)
    await window.press('Take out of the trash')
    await window.hears('Restored')
    expect(await window.counts()).toBe(before)
  }, 120_000)

  it('is reached from an article, a passage, a person and a note by one key', async () => {
    const window = await windows.openSample()
    const { page } = window
    const reaches = async (kind: string) => {
      await window.keys('Alt+h')
      await page
        .getByRole('region', { name: 'History', exact: true })
        .getByText(kind, { exact: true })
        .first()
        .waitFor()
    }
    await window.rest()
    await window.keys('g', 'l')
    await page.getByRole('row').nth(1).focus()
    await window.keys('Enter')
    await page.locator('[data-surface]').waitFor()
    await reaches('Article')
    await window.press(/^Open$/)
    // The text is there before its tools; the keys come with these.
    await page.locator('[data-annotation]').first().waitFor()
    await window.rest()
    await window.keys('j')
    await page.locator('[data-annotation][data-active="true"]').waitFor()
    await reaches('Passage')
    await window.rest()
    await window.keys('g', 'p')
    await page.locator('[aria-label="All people"] li button').first().focus()
    await window.keys('Enter')
    await reaches('Person')
    await window.keys('Control+Alt+n')
    await page.getByLabel('Title of the note').waitFor()
    await reaches('Note')
  }, 120_000)
})

describe('a note that is restored while it is open beside its history', () => {
  it('shows the restored text, and typing goes on from it', async () => {
    const window = await windows.open()
    const { page } = window
    await window.keys('Control+Alt+n')
    await page.getByLabel('Title of the note').waitFor()
    await window.type('Plan')
    const text = page.getByRole('textbox', { name: /^Text of/ })
    await text.focus()
    await window.type('First thought')
    await text.blur()
    await window.keys('Alt+h')
    await versions(window).filter({ hasText: 'First thought' }).first().waitFor()
    await window.press('Open')
    await text.focus()
    await window.keys('Control+a')
    await window.type('Worse thought')
    await window.keys('Alt+h')
    await versions(window).filter({ hasText: 'Worse thought' }).first().waitFor()
    await page
      .getByRole('button', { name: /^Show .*Plan.* beside/ })
      .first()
      .focus()
    await window.keys('Enter')
    await text.waitFor()
    await page
      .getByText(/steps$/)
      .first()
      .focus()
    await window.keys('Enter')
    await page
      .getByRole('listitem')
      .filter({ hasText: 'First thought' })
      .getByRole('button', { name: /^Restore/ })
      .last()
      .focus()
    await window.keys('Enter')
    await window.hears('Restored')
    await expect.poll(() => text.innerText()).toBe('First thought')
    await text.focus()
    await window.keys('Control+End')
    await window.type(' and more')
    await expect.poll(() => text.innerText()).toBe('First thought and more')
  }, 120_000)
})

describe('a field that two people changed without knowing of each other', () => {
  it('shows both values in the Inbox, is settled by a key, and keeps both in the history', async () => {
    const one = await windows.openSample()
    const other = await windows.openSample()
    await openClaim(other)
    await addToWording(other, ' Says the other')
    await openClaim(one)
    await addToWording(one, ' Say I')
    await other.keys('Control+e')
    const [download] = await Promise.all([other.page.waitForEvent('download'), other.press(/^Export$/)])
    const [chooser] = await Promise.all([one.page.waitForEvent('filechooser'), one.keys('Control+o')])
    const buffer = await readFile(await download.path())
    await chooser.setFiles({ name: 'other.florilegium', mimeType: 'application/zip', buffer })
    await one.press('Merge')
    await one.hears('Merged')

    await one.rest()
    await one.keys('g', 'i')
    const card = one.page.locator('[data-difference]')
    await card.waitFor()
    await one.seesNoBarrier('differences')
    expect(await card.innerText()).toMatch(
      /Say I[\s\S]*Researcher, [\s\S]*shown now[\s\S]*Says the other[\s\S]*Researcher, /,
    )
    await one.keys('2')
    await one.hears('Settled')
    expect(await one.page.locator('[data-difference]').count()).toBe(0)
    await openClaim(one)
    await one.page.getByRole('heading', { name: 'Says the other' }).waitFor()
    await one.keys('Alt+h')
    const history = one.page.getByRole('list', { name: 'Versions, latest first' })
    await history.waitFor()
    const text = await history.innerText()
    expect(text).toMatch(/Say I/)
    expect(text).toMatch(/Says the other/)
    expect(text).toMatch(/without knowing of the change before/)
    await one.rest()
    await one.keys('Control+z')
    await one.hears('Undone: settle difference')
    await openClaim(one)
    await one.page.getByRole('heading', { name: 'Say I' }).waitFor()
  }, 120_000)
})
