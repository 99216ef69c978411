import { AxeBuilder } from '@axe-core/playwright'
import { tagsOf } from '@shared/domain/member-fields'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ReaderPage, ReaderPages, type TestWindow } from './reader-page'

const pages = new ReaderPages()

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => pages.start(), 120_000)
afterAll(() => pages.stop())

interface MarginRow {
  readonly top: number
  readonly bottom: number
  /** How far its top is below its passage's, in pixels; null for a row that counts several. */
  readonly drift: number | null
  readonly isActive: boolean
}

/** The rows of the margin from top to bottom, with how far each is from the first line of its passage. */
function marginRows({ page }: ReaderPage): Promise<readonly MarginRow[]> {
  return page.locator('aside[aria-label="Margin"]').evaluate((margin) => {
    const blocks = [...document.querySelectorAll<HTMLElement>('[data-surface] [data-block]')]
    const starts: number[] = []
    let next = 0
    for (const { textContent } of blocks) {
      starts.push(next)
      next += (textContent?.length ?? 0) + 1
    }
    const { view } = (window as unknown as TestWindow).notebook
    const passageTop = (id: string): number => {
      const offset = view.find('annotation', id)?.fields.target.passages[0]?.start ?? 0
      const block = starts.findLastIndex((start) => start <= offset)
      const range = document.createRange()
      const text = blocks[block]?.firstChild as Text
      range.setStart(text, offset - (starts[block] ?? 0))
      range.setEnd(text, offset - (starts[block] ?? 0) + 1)
      return range.getBoundingClientRect().top
    }
    return [...margin.querySelectorAll<HTMLElement>(':scope > article, :scope > button')]
      .map((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        const { annotation: id, active } = row.dataset
        return { top, bottom, drift: id ? top - passageTop(id) : null, isActive: active === 'true' }
      })
      .sort((a, b) => a.top - b.top)
  })
}

/** The rows once the margin has come to rest beside what is seen: it is measured between frames. */
async function restingRows(reader: ReaderPage): Promise<readonly MarginRow[]> {
  let before = ''
  for (let tries = 0; tries < 60; tries += 1) {
    const rows = await marginRows(reader)
    const now = JSON.stringify(rows)
    if (now === before && rows.some(({ top, bottom }) => bottom > 100 && top < 800)) return rows
    before = now
    await reader.page.waitForTimeout(250)
  }
  throw new Error('The margin does not come to rest.')
}

const SAMPLE = { text: 'sample' }
const PLAIN = { text: '1500' }

describe('the reader', () => {
  it('marks a passage by keys alone, from the caret to the saved words', async () => {
    const reader = await pages.open(PLAIN)
    await reader.page.locator('[data-surface]').focus()
    await reader.keys('Enter', 'Control+ArrowRight')
    for (let count = 0; count < 3; count += 1) await reader.keys('Control+Shift+ArrowRight')
    const words = await reader.selection()
    await reader.keys('h')
    await reader.hears('Highlighted')
    const [annotation] = await reader.all('annotation')
    const [passage] = annotation?.fields.target.passages ?? []
    expect(passage?.exact).toBe(words.trim())
    expect(await reader.selection()).toBe(words)
    expect(reader.complaints).toEqual([])
  })

  it('keeps a quote with a speaker that is made on the fly, and finds the speaker for the next', async () => {
    const reader = await pages.open(SAMPLE)
    const before = (await reader.all('entity')).length
    await reader.select('At some point patience')
    await reader.keys('q')
    await reader.type('Orla Fenn')
    await reader.keys('Tab', 'Tab', 'Tab')
    await reader.type('Corn Exchange')
    await reader.keys('Enter')
    await reader.hears('Quote saved')
    const quote = (await reader.all('quote')).at(-1)
    expect(quote?.fields.place).toBe('Corn Exchange')
    const entities = await reader.all('entity')
    expect(entities.length).toBe(before + 1)
    await reader.select('The question is who looks after it')
    await reader.keys('q')
    await reader.type('orla')
    await reader.keys('Enter', 'Enter')
    await reader.settle()
    expect((await reader.all('entity')).length).toBe(before + 1)
    expect((await reader.all('quote')).at(-1)?.fields.speakerId).toBe(quote?.fields.speakerId)
  })

  it('fills in who says the selected words, where the text tells', async () => {
    const reader = await pages.open(SAMPLE)
    await reader.select('Nobody asked the people who')
    await reader.keys('q')
    const speaker = reader.page.getByRole('dialog').getByRole('combobox', { name: 'Speaker' })
    await reader.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[role="dialog"] input')?.value,
    )
    expect(await speaker.inputValue()).toContain('Ellery')
    await reader.keys('Enter')
    await reader.hears('Quote saved')
    expect((await reader.all('quote')).at(-1)?.fields.cue?.exact).toBe('said')
  })

  it('lets what is typed replace the speaker that was filled in, from the first key', async () => {
    const reader = await pages.open(SAMPLE)
    // A busy page: whatever is put off comes late.
    await reader.page.evaluate(() => {
      const later = window.setTimeout.bind(window)
      Object.assign(window, { setTimeout: (run: () => void, wait = 0) => later(run, wait + 400) })
    })
    await reader.select('Nobody asked the people who')
    await reader.keys('q')
    const speaker = reader.page.getByRole('dialog').getByRole('combobox', { name: 'Speaker' })
    await reader.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[role="dialog"] input')?.value,
    )
    await reader.type('Or')
    await reader.page.waitForTimeout(500)
    await reader.type('la')
    expect(await speaker.inputValue()).toBe('Orla')
  })

  it('keeps a claim, attaches a second passage to it, tags, comments and links, all from keys', async () => {
    const reader = await pages.open(PLAIN)
    const [first = '', second = ''] = await reader.page.evaluate(() =>
      [...document.querySelectorAll('p[data-block]')]
        .slice(0, 2)
        .map((p) => p.textContent?.slice(0, 40) ?? ''),
    )
    await reader.select(first)
    await reader.keys('c')
    await reader.keys('Control+a')
    await reader.type('The bridge opens in spring')
    await reader.keys('Enter')
    await reader.hears('Claim saved')
    await reader.keys('t')
    await reader.type('bridges, spring')
    await reader.keys('Enter')
    await reader.hears('Tagged with 2 tags')
    await reader.select(second)
    await reader.keys('m')
    await reader.type('Compare this')
    await reader.keys('Enter')
    await reader.hears('Comment saved')
    await reader.keys('l', 'Tab')
    await reader.type('bridge opens')
    await reader.keys('Enter', 'Enter')
    await reader.hears('Linked')
    const [claim] = await reader.all('claim')
    const annotations = await reader.all('annotation')
    const [link] = await reader.all('link')
    expect(annotations.length).toBe(2)
    expect(annotations[0]?.fields.claimId).toBe(claim?.id)
    expect(tagsOf(annotations[0] as never).length).toBe(2)
    expect(annotations[1]?.fields.comment).toBe('Compare this')
    expect(link?.fields).toMatchObject({ from: annotations[1]?.id, to: claim?.id, relation: 'supports' })
    expect(reader.complaints).toEqual([])
  })

  it('walks annotations with J and K, deletes one, and undo brings it back with its quote', async () => {
    const reader = await pages.open(SAMPLE)
    const [annotations, quotes] = [await reader.all('annotation'), await reader.all('quote')]
    const active = reader.page.locator('[data-active="true"]')
    await reader.page.locator('[data-surface]').focus()
    await reader.keys('j')
    const first = await active.getAttribute('data-annotation')
    await reader.keys('j', 'k')
    expect(await active.getAttribute('data-annotation')).toBe(first)
    await reader.keys('Delete')
    await reader.hears('Deleted')
    expect((await reader.all('annotation')).length).toBe(annotations.length - 1)
    expect((await reader.all('quote')).length).toBe(quotes.length - 1)
    await reader.keys('Control+z')
    await reader.hears('Undone')
    expect((await reader.all('annotation')).length).toBe(annotations.length)
    expect((await reader.all('quote')).length).toBe(quotes.length)
  })

  it('draws out the card of a highlight that is clicked in the text', async () => {
    const reader = await pages.open(SAMPLE)
    const place = await reader.page.evaluate(() => {
      const block = [...document.querySelectorAll('[data-block]')].find((one) =>
        one.textContent?.includes('expected to cost'),
      )
      const node = block?.firstChild as Text
      const range = document.createRange()
      const start = node.data.indexOf('expected to cost')
      range.setStart(node, start + 3)
      range.setEnd(node, start + 6)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
    await reader.page.mouse.click(place.x, place.y)
    await reader.settle()
    expect(await reader.page.locator('[data-active="true"]').textContent()).toContain('expected to cost')
  })

  it('opens the form again after a reload, with what was typed half a second before', async () => {
    const reader = await pages.open(PLAIN)
    const words = await reader.page
      .locator('p[data-block]')
      .first()
      .evaluate((p) => p.textContent?.slice(0, 30) ?? '')
    await reader.select(words)
    await reader.keys('m')
    await reader.type('A thought that is not fini')
    await reader.page.waitForTimeout(450)
    await reader.page.reload()
    await reader.page.getByRole('dialog', { name: 'Comment' }).waitFor()
    expect(await reader.page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe(
      'A thought that is not fini',
    )
    await reader.type('shed')
    await reader.keys('Enter')
    await reader.hears('Comment saved')
    expect((await reader.all('annotation'))[0]?.fields.comment).toBe('A thought that is not finished')
  })

  it('goes on with a correction that a reload cut short, and leaves the old version as it was', async () => {
    const reader = await pages.open({ text: 'all' })
    const editor = reader.page.locator('[contenteditable="true"]')
    await reader.page.getByLabel('Correct the text').click()
    await editor.getByText('The end.').click()
    await reader.keys('End')
    await reader.type(' Really')
    await reader.page.waitForTimeout(700)
    await reader.page.reload()
    await editor.getByText('The end. Really').click()
    await reader.keys('Control+Enter')
    await reader.hears('Saved as a new version')
    const blocks = () => reader.page.locator('[data-surface]').evaluate((text) => text.textContent)
    expect(await blocks()).toContain('The end. Really')
    const [first] = await reader.all('version')
    await reader.page.getByLabel('Version', { exact: true }).selectOption(first?.id ?? '')
    await reader.page.waitForFunction(
      () => !document.querySelector('[data-surface]')?.textContent?.includes('Really'),
    )
    expect(reader.complaints).toEqual([])
  })

  it('keeps a correction that is left by Escape, and gives it up only when it is discarded', async () => {
    const reader = await pages.open({ text: 'all' })
    const editor = reader.page.locator('[contenteditable="true"]')
    const correct = () => reader.page.getByLabel('Correct the text').click()
    await correct()
    await editor.getByText('The end.').click()
    await reader.keys('End')
    await reader.type(' Really')
    await reader.keys('Escape')
    await reader.hears('Your correction is kept')
    await correct()
    await editor.getByText('The end. Really').waitFor()
    await reader.page.getByRole('button', { name: 'Discard' }).click()
    await correct()
    await editor.getByText('The end.').waitFor()
    expect(await editor.textContent()).not.toContain('Really')
    expect(reader.complaints).toEqual([])
  })

  it('goes back to where one was reading', async () => {
    const reader = await pages.open({ text: '20000' })
    const scrolled = () => reader.page.locator('[data-margin]').evaluate((element) => element.scrollTop)
    await reader.page.locator('[data-margin]').evaluate((element) => {
      element.scrollTop = 4_000
    })
    await reader.page.waitForTimeout(900)
    const before = await scrolled()
    await reader.page.reload()
    await reader.page.locator('[data-surface] [data-block]').first().waitFor()
    await reader.page.waitForTimeout(300)
    expect(Math.abs((await scrolled()) - before)).toBeLessThan(400)
  })

  it('stays where one was reading when a correction is saved', async () => {
    const reader = await pages.open({ text: '20000' })
    const seen = () =>
      reader.page.evaluate(() => {
        const blocks = [...document.querySelectorAll('[data-surface] [data-block]')]
        return blocks
          .filter((block) => {
            const { top, bottom } = block.getBoundingClientRect()
            return bottom > 100 && top < innerHeight
          })
          .map(({ textContent }) => textContent)
      })
    await reader.page.locator('[data-margin]').evaluate((element) => {
      element.scrollTop = 4_000
    })
    await reader.page.waitForTimeout(900)
    const [before] = await seen()
    await reader.page.getByLabel('Correct the text').click()
    await reader.page.locator('[contenteditable="true"] p').first().click()
    await reader.keys('Home')
    await reader.type('Some words in front of all. ')
    await reader.keys('Control+Enter')
    await reader.hears('Saved as a new version')
    await reader.page.getByLabel('Compare versions').waitFor()
    await reader.settle()
    expect((await seen()).slice(0, 2)).toContain(before)
    expect(reader.complaints).toEqual([])
  })

  it('finds, counts and walks, and says what is wrong with a pattern', async () => {
    const reader = await pages.open({ text: '100000' })
    await reader.page.locator('[data-surface]').focus()
    await reader.keys('Control+f')
    await reader.type('the')
    const status = reader.page.getByRole('search').getByRole('status')
    await status.filter({ hasText: /^1 of \d/ }).waitFor()
    await reader.keys('Enter')
    await status.filter({ hasText: /^2 of \d/ }).waitFor()
    await reader.page.getByLabel('How to find').selectOption('regexp')
    await reader.page.getByRole('searchbox').fill('the(')
    await status.filter({ hasText: 'not valid' }).waitFor()
    // A pattern that would run for years: the window goes on, and what is typed next is answered.
    await reader.page.getByRole('searchbox').fill('^(([a-z ,.]+)+)+@$')
    await reader.page.getByRole('searchbox').fill('and')
    await status.filter({ hasText: /^1 of \d/ }).waitFor()
    await reader.keys('Escape')
    expect(await reader.page.getByRole('search').count()).toBe(0)
  })

  it.each([1440, 700])(
    'shows marked text first, and then its tools without moving it, %i pixels wide',
    async (width) => {
      const reader = await pages.open({ text: '1500', annotations: '60' })
      const { page } = reader
      await page.setViewportSize({ width, height: 800 })
      const tool = page.getByRole('button', { name: 'Smaller text' })
      await tool.waitFor()
      await reader.settle()
      await reader.go({ view: 'people' })
      await tool.waitFor({ state: 'detached' })
      const frames = await page.evaluate(async () => {
        const { notebook, go } = window as unknown as TestWindow
        go({ view: 'article', id: notebook.view.all('article')[0]?.id })
        const seen: { top: number; marks: number; tools: number }[] = []
        for (let count = 0; count < 120 && (seen.at(-1)?.tools ?? 0) < 10; count += 1) {
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          const block = document.querySelector('[data-block="1"]')
          if (!block) continue
          const marks = [...CSS.highlights].filter(([name]) => name.startsWith('passage-'))
          seen.push({
            top: Math.round(block.getBoundingClientRect().top),
            marks: marks.reduce((sum, [, { size }]) => sum + size, 0),
            tools: document.querySelectorAll('[role="toolbar"] button').length,
          })
        }
        return seen
      })
      expect(frames[0]?.marks).toBeGreaterThan(20)
      expect(frames[0]?.tools).toBe(0)
      expect(frames.at(-1)?.tools).toBeGreaterThanOrEqual(10)
      expect(new Set(frames.map(({ top }) => top)).size).toBe(1)
    },
  )

  it('keeps margin cards beside their passages and apart among ten thousand annotations, wherever one scrolls', async () => {
    const reader = await pages.open({ text: '100000', annotations: '10000' })
    for (const part of [0, 0.31, 0.77, 1]) {
      await reader.page.locator('[data-margin]').evaluate((element, place) => {
        element.scrollTop = place * element.scrollHeight
      }, part)
      const rows = await restingRows(reader)
      expect(rows.length).toBeGreaterThan(5)
      expect(rows.length).toBeLessThan(200)
      expect(rows.filter((row, at) => (rows[at + 1]?.top ?? 1e9) < row.bottom)).toEqual([])
      // A card begins at its passage, or below it where others stand before it; farther down it is counted in a row.
      expect(rows.filter(({ drift }) => drift !== null && (drift < -2 || drift > 300))).toEqual([])
      expect(rows.some(({ drift }) => drift !== null && Math.abs(drift) < 2)).toBe(true)
    }
    await reader.keys('j')
    await reader.page.locator('[data-active="true"]').waitFor()
    const rows = await restingRows(reader)
    expect(rows.filter((row, at) => (rows[at + 1]?.top ?? 1e9) < row.bottom)).toEqual([])
    expect(Math.abs(rows.find(({ isActive }) => isActive)?.drift ?? 1e9)).toBeLessThan(2)
  }, 120_000)

  it.each(['rtl', 'cjk', 'all'])('keeps the exact words of passages: %s', async (text) => {
    const reader = await pages.open({ text })
    const blocks = await reader.page.evaluate(() =>
      [...document.querySelectorAll('[data-block]')].map((block) => block.textContent ?? ''),
    )
    await reader.page.evaluate(() => {
      const [first, last] = [
        document.querySelector('[data-block="0"]'),
        document.querySelector('[data-block="1"]'),
      ]
      document.querySelector<HTMLElement>('[data-surface]')?.focus()
      getSelection()?.setBaseAndExtent(first as Node, 0, last as Node, last?.childNodes.length ?? 0)
    })
    await reader.settle()
    await reader.keys('h')
    const [annotation] = await reader.all('annotation')
    expect(annotation?.fields.target.passages[0]?.exact).toBe(`${blocks[0]}\n${blocks[1]}`.trim())
    expect(reader.complaints).toEqual([])
  })

  it('has nothing that axe finds wrong, at rest, with a card and a form open', async () => {
    const reader = await pages.open(SAMPLE)
    const check = async () => {
      const { violations } = await new AxeBuilder({ page: reader.page as never }).analyze()
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    }
    expect(await check()).toEqual([])
    await reader.keys('j')
    await reader.select('The harbour town of Lindmouth')
    await reader.keys('q')
    await reader.type('Ing')
    await reader.settle()
    expect(await check()).toEqual([])
  })
})
