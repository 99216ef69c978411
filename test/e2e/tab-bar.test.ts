import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { NotebookWindows } from './notebook-window'

const windows = new NotebookWindows()

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => windows.start(), 120_000)
afterAll(() => windows.stop())

it('keeps the tab that is shown in view when the window becomes narrow', async () => {
  const window = await windows.openSample()
  for (const key of ['c', 'p', 'g', 'n', 'i']) {
    await window.rest()
    await window.keys('g', key)
  }
  const current = window.page
    .getByRole('navigation', { name: 'Open places' })
    .locator('[aria-current="page"]')
  await expect.poll(() => current.textContent()).toBe('Inbox')
  await window.page.setViewportSize({ width: 700, height: 700 })
  const isSeen = () =>
    current.evaluate((tab) => {
      const { left, right } = tab.getBoundingClientRect()
      const bar = (tab.closest('nav') as HTMLElement).getBoundingClientRect()
      return left >= bar.left && right <= bar.right
    })
  await expect.poll(isSeen).toBe(true)
  expect(windows.complaints).toEqual([])
})
