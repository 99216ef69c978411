import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ReaderPage, ReaderPages } from './reader-page'

const pages = new ReaderPages()

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => pages.start(), 120_000)
afterAll(() => pages.stop())

const editorOf = ({ page }: ReaderPage) => page.locator('[contenteditable="true"]')

/** Scrolls the text by some pixels and gives the first block of it that is then seen. */
const scrollTo = ({ page }: ReaderPage, top: number): Promise<string> =>
  page.evaluate(async (wanted) => {
    const scroller = document.querySelector('[data-margin]') as HTMLElement
    scroller.scrollTop = wanted
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { top } = scroller.getBoundingClientRect()
    const blocks = [...document.querySelectorAll('[data-surface] [data-block]')]
    return blocks.findLast((block) => block.getBoundingClientRect().top <= top + 4)?.textContent ?? ''
  }, top)

/** The text of the caret's block, and whether the caret is inside the window and free of the block menu. */
const caret = ({ page }: ReaderPage) =>
  page.evaluate(() => {
    const node = getSelection()?.anchorNode
    const block = (node instanceof Element ? node : node?.parentElement)?.closest('[contenteditable] > p')
    const { top = -1 } = block?.getBoundingClientRect() ?? {}
    const menu = document.querySelector('[aria-label="What the block is"]')?.getBoundingClientRect()
    return { text: block?.textContent ?? '', isSeen: top > (menu?.bottom ?? 0) && top < innerHeight * 0.6 }
  })

describe('the place in the text when it is corrected', () => {
  it('is where one was reading', async () => {
    const reader = await pages.open({ text: '20000' })
    const text = await scrollTo(reader, 4_000)
    await reader.page.getByLabel('Correct the text').click()
    await editorOf(reader).waitFor()
    await expect.poll(() => caret(reader)).toEqual({ text, isSeen: true })
    expect(reader.complaints).toEqual([])
  })

  it('is what was selected, and typing goes there', async () => {
    const reader = await pages.open({ text: '20000' })
    await scrollTo(reader, 3_000)
    const words = await reader.page.evaluate(() => {
      const seen = [...document.querySelectorAll('[data-surface] [data-block]')].filter((block) => {
        const { top } = block.getBoundingClientRect()
        return top > 300 && top < 700 && block.firstChild instanceof Text
      })
      return (seen[0]?.textContent ?? '').slice(10, 50)
    })
    await reader.select(words)
    await reader.page.getByLabel('Correct the text').focus()
    await reader.keys('Enter')
    await editorOf(reader).waitFor()
    await expect.poll(async () => (await caret(reader)).isSeen).toBe(true)
    await reader.type('<here>')
    expect((await caret(reader)).text).toContain(`<here>${words}`)
    expect(reader.complaints).toEqual([])
  })

  it('is not covered by the menu of blocks, however far one scrolls', async () => {
    const reader = await pages.open({ text: '20000' })
    await reader.page.getByLabel('Correct the text').click()
    await editorOf(reader).waitFor()
    const covers = await editorOf(reader).evaluate(async (editor) => {
      let scroller = editor.parentElement as HTMLElement
      while (getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement as HTMLElement
      scroller.scrollTop = 2_000
      await new Promise((resolve) => setTimeout(resolve, 300))
      const menu = (
        document.querySelector('[aria-label="What the block is"]') as HTMLElement
      ).getBoundingClientRect()
      const text = scroller.getBoundingClientRect()
      return menu.bottom > text.top && menu.top < text.bottom
    })
    expect(covers).toBe(false)
  })
})
