import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchProfile } from '@test/support/browser'
import { serveBuiltApp } from '@test/support/built-app'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLE } from './whole-job-article'

const TITLE = 'The old quay will close in autumn'
let server: Awaited<ReturnType<typeof serveBuiltApp>>
let profile: string
let context: BrowserContext

beforeAll(async () => {
  server = await serveBuiltApp()
  profile = await mkdtemp(join(tmpdir(), 'florilegium-healing-'))
  context = await launchProfile(profile)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto(server.address)
  await page.getByRole('heading', { name: 'Begin with an article' }).waitFor()
  await page.evaluate((words) => navigator.clipboard.writeText(words), ARTICLE)
  await page.keyboard.press('Control+v')
  await page.getByText(/^1 article · /).waitFor()
  await page.locator('[data-save-state="saved"]').waitFor()
  await page.close()
}, 120_000)

afterAll(async () => {
  await context?.close()
  await server?.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** Does harm to what the closed notebook left, from a page of the same address that is not the notebook. */
async function harm(work: () => Promise<void>): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${server.address}nothing-here`)
  await page.evaluate(work)
  await page.close()
}

async function expectHealed(sentence: RegExp): Promise<void> {
  const page: Page = await context.newPage()
  await page.goto(server.address)
  await page.getByText(/^1 article · /).waitFor()
  await page.getByText(sentence).waitFor()
  expect(await page.getByText(TITLE).count()).toBeGreaterThan(0)
  await page.locator('[data-save-state="saved"]').waitFor()
  await page.close()
}

describe('a notebook that was harmed while it was closed', { timeout: 180_000 }, () => {
  it('is rebuilt from the journal when the store is missing, and says so', async () => {
    await harm(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('florilegium')
          request.onsuccess = () => resolve()
          request.onerror = () => reject(request.error)
        }),
    )
    await expectHealed(/^The notebook was rebuilt from its safety copy/)
  })

  it('writes the journal anew when that is missing, and says so', async () => {
    await harm(async () => {
      const root = await navigator.storage.getDirectory()
      await root.removeEntry('journal', { recursive: true })
    })
    await expectHealed(/^The safety copy was missing and was made anew from the notebook\.$/)
  })

  it('names a change with a flipped bit in the journal', async () => {
    await harm(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal')
      for await (const [name, handle] of folder.entries()) {
        if (!name.startsWith('entries')) continue
        const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())
        bytes[Math.floor(bytes.length / 3)]! ^= 4
        const writable = await (handle as FileSystemFileHandle).createWritable()
        await writable.write(bytes)
        await writable.close()
      }
    })
    await expectHealed(/^Change \d+ in the safety copy is damaged and was skipped/)
  })

  it('cuts what is torn off at the end of the journal, and says so', async () => {
    await harm(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal')
      const names: string[] = []
      for await (const [name] of folder.entries()) if (name.startsWith('entries')) names.push(name)
      names.sort()
      const last = await folder.getFileHandle(names.at(-1) ?? 'entries-000000000001.ndjson', { create: true })
      const { size } = await last.getFile()
      const writable = await last.createWritable({ keepExistingData: true })
      await writable.write({ type: 'write', position: size, data: '{"seq":99,"crc":"0' })
      await writable.close()
    })
    await expectHealed(/^The last change in the safety copy was unfinished and was cut/)
  })
})
