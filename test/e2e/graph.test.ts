import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotebookWindows } from './notebook-window'

const windows = new NotebookWindows()

beforeAll(() => windows.start(), 60_000)
afterAll(() => windows.stop(), 60_000)

describe('the graph in a narrow window', { timeout: 120_000 }, () => {
  it('keeps the filters off the map until they are asked for, and shows them again where there is room', async () => {
    const window = await windows.openSample()
    const { page } = window
    await window.rest()
    await window.keys('g', 'g')
    const filters = page.getByRole('complementary', { name: 'What is shown' })
    await filters.waitFor()
    await page.setViewportSize({ width: 900, height: 700 })
    await filters.waitFor({ state: 'detached' })
    await window.press('Filters and legend')
    await filters.waitFor()
    await window.seesNoBarrier('narrow graph')
    await window.press('Filters and legend')
    await filters.waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await filters.waitFor()
    expect(windows.complaints).toEqual([])
  })
})
