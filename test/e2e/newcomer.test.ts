import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotebookWindows } from './notebook-window'

describe('somebody new', () => {
  const windows = new NotebookWindows()
  beforeAll(() => windows.start())
  afterAll(() => windows.stop())

  it('finds the search among the places, and types into it in either direction', async () => {
    const one = await windows.open()
    const place = one.page
      .getByRole('navigation', { name: 'Places', exact: true })
      .getByRole('button', { name: 'Search' })
    await place.click()
    const field = one.page.getByRole('searchbox')
    await field.fill('الرصيف (2024)')
    expect(await place.getAttribute('aria-current')).toBe('page')
    expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    await one.seesNoBarrier('search')
    expect(one.complaints).toEqual([])
  })

  it('is told what to do about a damaged bundle', async () => {
    const one = await windows.open()
    await one.open('torn.florilegium', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2_000, 7)]))
    await one.page.getByText('torn.florilegium: The bundle is cut off').waitFor()
    expect(await one.page.getByText('torn.florilegium:').textContent()).toContain('ask for the file again.')
  })
})
