import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotebookWindows } from './notebook-window'

const windows = new NotebookWindows()

beforeAll(() => windows.start(), 60_000)
afterAll(() => windows.stop(), 60_000)

const stateOf = (page: Page) => page.locator('[data-save-state]').getAttribute('data-save-state')

/** Opens the sample's first claim and goes to the end of its comment. */
async function atComment() {
  const window = await windows.openSample()
  await window.rest()
  await window.keys('g', 'c')
  await window.page.getByRole('list', { name: 'All' }).getByRole('button').first().focus()
  await window.keys('Enter')
  const comment = window.page.getByLabel('Comment', { exact: true })
  await comment.focus()
  await window.keys('Control+End')
  return { window, comment }
}

describe('a text that is changed in place', { timeout: 120_000 }, () => {
  it('is not said to be saved before it is, is saved at a pause, and leaves the caret alone', async () => {
    const { window, comment } = await atComment()
    const before = await comment.inputValue()
    await window.type(' Ask the mayor ')
    expect(await stateOf(window.page)).not.toBe('saved')
    await expect.poll(() => stateOf(window.page), { timeout: 20_000 }).toBe('saved')
    await window.type('again')
    expect(await comment.inputValue()).toBe(`${before} Ask the mayor again`)
    await window.rest()
    await expect.poll(() => stateOf(window.page), { timeout: 20_000 }).toBe('saved')
    await window.page.reload()
    await comment.waitFor()
    expect(await comment.inputValue()).toBe(`${before} Ask the mayor again`)
    expect(windows.complaints).toEqual([])
  })

  it('is there again after the page went in the middle of typing, and is saved then', async () => {
    const { window, comment } = await atComment()
    await window.type(' Half a thought')
    await window.page.waitForTimeout(400)
    expect(await stateOf(window.page)).not.toBe('saved')
    await window.page.reload()
    await comment.waitFor()
    expect(await comment.inputValue()).toContain('Half a thought')
    await window.page.getByRole('button', { name: 'History' }).first().click()
    await window.page.getByText('Half a thought').first().waitFor()
  })
})
