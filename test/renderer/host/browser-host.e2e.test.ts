import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostApi } from '@shared/host/host-api'
import { launchProfile } from '@test/support/browser'
import { killChromium } from '@test/support/kill-chromium'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type HostPage, serveHostPage } from './host-page'

declare const window: { testHost: HostApi; acknowledged: number }

// Starting browsers takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let site: HostPage
let profile: string
let context: BrowserContext
let profiles = 0

beforeAll(async () => {
  site = await serveHostPage()
}, 60_000)

afterAll(() => site.close())

beforeEach(async () => {
  profiles += 1
  profile = join(site.home, `profile-${profiles}`)
  context = await launchProfile(profile)
}, 30_000)

afterEach(() => context.close().catch(() => undefined), 30_000)

async function openPage(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.address)
  await page.waitForFunction(() => 'testHost' in window)
  return page
}

/** Appends one entry for each number, all at once, as the journal's own numbers go on. */
const append = (page: Page, from: number, to: number) =>
  page.evaluate(
    async ([first, last]) => {
      const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index)
      const acks = numbers.map((seq) => window.testHost.journal.append([{ seq, line: `{"seq":${seq}}` }]))
      return (await Promise.all(acks)).every((ack) => ack.ok)
    },
    [from, to] as const,
  )

const stateOf = (page: Page) => page.evaluate(() => window.testHost.journal.open())

const readAll = (page: Page) =>
  page.evaluate(async () => {
    const read = await window.testHost.journal.read(1)
    return read.ok ? read.value.items.map((item) => item.seq) : read.error
  })

describe('the browser host', () => {
  it('keeps its journal across a reload, under the app’s own content security', async () => {
    const page = await openPage()
    expect(await stateOf(page)).toMatchObject({ ok: true, value: { lastSeq: 0, damage: [] } })
    expect(await append(page, 1, 20)).toBe(true)
    await page.reload()
    await page.waitForFunction(() => 'testHost' in window)
    expect(await stateOf(page)).toMatchObject({ ok: true, value: { lastSeq: 20, damage: [] } })
    expect(await readAll(page)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('writes snapshots and reads them again', async () => {
    const page = await openPage()
    await append(page, 1, 3)
    const outcome = await page.evaluate(async () => {
      const { journal } = window.testHost
      const ticket = await journal.beginSnapshot(3)
      if (!ticket.ok) return ticket
      await journal.writeSnapshot(ticket.value, ['{"all":"of it"}'])
      await journal.commitSnapshot(ticket.value)
      return [await journal.readSnapshot(0), await journal.open()]
    })
    expect(outcome).toMatchObject([
      { ok: true, value: { seq: 3, items: ['{"all":"of it"}'], next: null } },
      { ok: true, value: { lastSeq: 3, snapshotSeq: 3, damage: [] } },
    ])
  })

  it('lets two tabs write by turns without losing or mixing anything', async () => {
    const [one, two] = [await openPage(), await openPage()]
    for (let round = 0; round < 6; round += 1) {
      const page = round % 2 === 0 ? one : two
      expect(await append(page, round * 5 + 1, round * 5 + 5), `round ${round}`).toBe(true)
    }
    expect(await readAll(one)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    await one.close()
    expect(await stateOf(two)).toMatchObject({ value: { lastSeq: 30, damage: [] } })
  })

  it('refuses a number that another tab has taken with another text', async () => {
    const [one, two] = [await openPage(), await openPage()]
    await append(one, 1, 1)
    const taken = await two.evaluate(() => window.testHost.journal.append([{ seq: 1, line: '"other"' }]))
    expect(taken).toMatchObject({ ok: false, error: { code: 'journal-conflict' } })
  })

  it('has everything it acknowledged after the browser was killed while writing', async () => {
    for (let round = 0; round < 4; round += 1) {
      const page = await openPage()
      const acknowledged = await page.evaluate(async () => {
        const opened = await window.testHost.journal.open()
        if (!opened.ok) throw new Error(opened.error.message)
        let seq = opened.value.lastSeq
        window.acknowledged = seq
        const write = async () => {
          seq += 1
          const ack = await window.testHost.journal.append([{ seq, line: `{"seq":${seq}}` }])
          if (ack.ok) window.acknowledged = ack.value.lastSeq
          setTimeout(write)
        }
        void write()
        await new Promise((resolve) => setTimeout(resolve, 150))
        return window.acknowledged
      })
      expect(acknowledged).toBeGreaterThan(0)
      await killChromium(profile)
      await context.close().catch(() => undefined)
      context = await launchProfile(profile)
      const again = await openPage()
      const state = await stateOf(again)
      if (!state.ok) throw new Error(state.error.message)
      expect(state.value.lastSeq, `round ${round}`).toBeGreaterThanOrEqual(acknowledged)
      expect(await readAll(again)).toEqual(
        Array.from({ length: state.value.lastSeq }, (_, index) => index + 1),
      )
      await again.close()
    }
  }, 60_000)

  it('says in one sentence that there is no space, and goes on when there is', async () => {
    const page = await openPage()
    await append(page, 1, 2)
    const protocol = await context.newCDPSession(page)
    const origin = new URL(site.address).origin
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 })
    const refused = await page.evaluate(() =>
      window.testHost.journal.append([{ seq: 3, line: JSON.stringify('x'.repeat(2_000_000)) }]),
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    await protocol.send('Storage.overrideQuotaForOrigin', { origin })
    expect(await append(page, 3, 3)).toBe(true)
    expect(await readAll(page)).toEqual([1, 2, 3])
  })

  it('saves by download, whole', async () => {
    const page = await openPage()
    const downloading = page.waitForEvent('download')
    await page.evaluate(async () => {
      const { files } = window.testHost
      const begun = await files.beginSave('mine.florilegium')
      if (!begun.ok || begun.value === null) throw new Error('no ticket')
      await files.write(begun.value.id, new Uint8Array([1, 2]))
      await files.write(begun.value.id, new Uint8Array([3]))
      await files.commit(begun.value.id)
    })
    const download = await downloading
    expect(download.suggestedFilename()).toBe('mine.florilegium')
    expect([...(await readFile(await download.path()))]).toEqual([1, 2, 3])
  })

  it('keeps backups whole or not at all, across a reload', async () => {
    const page = await openPage()
    const outcome = await page.evaluate(async () => {
      const { backups, files } = window.testHost
      const begin = async (name: string) => {
        const begun = await backups.begin(name)
        if (!begun.ok) throw new Error(begun.error.message)
        await files.write(begun.value.id, new Uint8Array([1, 2]))
        return begun.value.id
      }
      await files.commit(await begin('whole.florilegium'))
      await files.abort(await begin('let-go.florilegium'))
      await begin('left-behind.florilegium')
      return [await backups.begin('../x.florilegium'), await backups.begin('notes.txt')]
    })
    expect(outcome).toMatchObject([{ error: { code: 'backup-name' } }, { error: { code: 'backup-name' } }])
    await page.reload()
    await page.waitForFunction(() => 'testHost' in window)
    const kept = await page.evaluate(async () => {
      const { backups } = window.testHost
      const list = await backups.list()
      const read = await backups.read('whole.florilegium')
      const bytes = read.ok ? [...read.value] : read
      await backups.remove('whole.florilegium')
      return [list, bytes, await backups.list()]
    })
    expect(kept).toMatchObject([{ value: [{ name: 'whole.florilegium', size: 2 }] }, [1, 2], { value: [] }])
  })

  it('says what only the desktop can do', async () => {
    const page = await openPage()
    const answers = await page.evaluate(async () => [
      window.testHost.capabilities,
      await window.testHost.shell.fetchArticle('https://example.org/'),
      await window.testHost.shell.openExternal('file:///etc/passwd'),
    ])
    expect(answers).toMatchObject([
      { desktop: false, journal: true, backups: true, backupsFolder: false, captureFromUrl: false },
      { error: { code: 'not-available' } },
      { error: { code: 'address-refused' } },
    ])
  })
})
