import { listAsSource } from '@shared/bundle/source'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotebookWindows } from './notebook-window'

describe('a long list of claims', () => {
  const windows = new NotebookWindows()
  beforeAll(() => windows.start())
  afterAll(() => windows.stop())

  it('draws what is in sight, tells how long it is, and is walked by keys from where the focus is', async () => {
    const one = await windows.open()
    const made = makeNotebook({ articles: 2, annotations: 4000 })
    await one.open('harbour.florilegium', await bundleBytes(listAsSource(made.histories)))
    await one.press('Merge')
    await one.hears('Merged')
    await one.rest()
    await one.keys('g', 'c')
    const entries = one.page.getByRole('list', { name: 'All' }).getByRole('listitem')
    await entries.first().waitFor()
    expect(await entries.count()).toBeLessThan(60)
    expect(await entries.first().getAttribute('aria-setsize')).toBe('400')
    await entries.first().getByRole('button').focus()
    for (let step = 0; step < 40; step += 1) await one.keys('ArrowDown')
    const place = () =>
      one.page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
    expect(await place()).toBe('41')
    await entries.last().hover()
    await one.page.mouse.wheel(0, 8000)
    const last = async () => Number(await entries.last().getAttribute('aria-posinset'))
    await expect.poll(last).toBeGreaterThan(80)
    expect(await place()).toBe('41')
    await one.keys('ArrowDown')
    await expect.poll(place).toBe('42')
    await one.seesNoBarrier('a long list')
    expect(one.complaints).toEqual([])
  })
})
