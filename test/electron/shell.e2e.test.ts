import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostApi } from '@shared/host/host-api'
import type { ElectronDouble } from '@test/support/electron-double/electron-double'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ShellFixture } from './shell-fixture'

declare const window: { host: HostApi; open: (url: string) => unknown }

// Starting browsers takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let fixture: ShellFixture
let double: ElectronDouble
let page: Page

beforeEach(async () => {
  fixture = await ShellFixture.make()
  double = await fixture.launch()
  page = await double.page()
}, 60_000)

afterEach(async () => {
  await fixture.remove()
}, 60_000)

describe('the desktop shell (double)', () => {
  it('opens the app’s page sandboxed, under strict headers', async () => {
    await page.waitForFunction(() => document.title === 'shell ready')
    expect(double.windowOptions()?.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true })
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('index.html')).headers))
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('runs no inline script, no eval, and takes no plain string as HTML', async () => {
    const outcome = await page.evaluate(() => {
      const attempt = (work: () => void) => {
        try {
          work()
          return 'ran'
        } catch (error) {
          return (error as Error).name
        }
      }
      return {
        html: attempt(() => {
          document.body.innerHTML = '<b>bold</b>'
        }),
        inline: attempt(() =>
          document.createElement('img').setAttribute('onerror', 'document.title = "ran"'),
        ),
      }
    })
    expect(outcome).toEqual({ html: 'TypeError', inline: 'TypeError' })
    // Asked of the page's own script: what a debugger evaluates is let through.
    expect(await page.getAttribute('html', 'data-eval')).toBe('EvalError')
  })

  it('reaches nothing outside the app', async () => {
    const answer = await page.evaluate(() =>
      fetch('https://outside.example/beacon').then(
        () => 'reached',
        () => 'refused',
      ),
    )
    expect(answer).toBe('refused')
    expect(double.state.requestsOutside).toEqual([])
  })

  it('stays on its own page when a page tries to leave', async () => {
    const before = page.url()
    await page.evaluate(() => {
      location.href = 'https://outside.example/'
    })
    await page.waitForTimeout(500)
    expect(page.url()).toBe(before)
    expect(double.state.requestsOutside).toEqual([])
  })

  it('lets no page open a window', async () => {
    const opened = page.context().waitForEvent('page')
    await page.evaluate(() => {
      window.open('https://outside.example/')
    })
    const popup = await opened
    await expect.poll(() => popup.isClosed(), { timeout: 10_000 }).toBe(true)
    expect(double.windowCount()).toBe(1)
  })

  it('answers 404 for what is not there and for paths that leave the app’s folder', async () => {
    const ask = (path: string) => page.evaluate(async (url) => (await fetch(url)).status, path)
    expect(await ask('/assets/page.js')).toBe(200)
    for (const path of [
      '/none.js',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/.built',
    ])
      expect(await ask(path), path).toBe(404)
  })

  it('grants persistent storage to its own page and nothing else to anybody', () => {
    const { request, check, device } = double.session
    const granted = (permission: string, address: string) => {
      let answer: boolean | null = null
      const contents = { getURL: () => address }
      request?.(
        contents as never,
        permission as never,
        (allowed) => {
          answer = allowed
        },
        {} as never,
      )
      return answer
    }
    expect(granted('persistent-storage', 'app://florilegium/index.html')).toBe(true)
    expect(granted('persistent-storage', 'https://outside.example/')).toBe(false)
    for (const permission of [
      'geolocation',
      'media',
      'notifications',
      'clipboard-read',
      'openExternal',
      'midi',
    ])
      expect(granted(permission, 'app://florilegium/index.html'), permission).toBe(false)
    expect(check?.(null, 'geolocation' as never, 'app://florilegium', {} as never)).toBe(false)
    expect(device?.({} as never)).toBe(false)
  })

  it('gives the page one function per request, and no way to the bridge itself', async () => {
    const names = await page.evaluate(() => ({
      parts: Object.keys(window.host).sort(),
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      isFrozen: Object.isFrozen(window.host.journal),
    }))
    expect(names).toEqual({
      parts: ['app', 'backups', 'capabilities', 'files', 'journal', 'menu', 'shell'],
      require: 'undefined',
      process: 'undefined',
      isFrozen: true,
    })
  })

  it('refuses a frame inside the page, and arguments that are not what they must be', async () => {
    const answers = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const inner = frame.contentWindow as unknown as Record<
        string,
        (channel: string, args: unknown[]) => unknown
      >
      return {
        frame: await inner.__electronDoubleInvoke?.('journal:open', []),
        arguments: await window.host.journal.read('all' as never),
        extra: await window.host.journal.append([{ seq: 1, line: '{}', path: '/etc/passwd' } as never]),
        name: await window.host.backups.read('../../settings.json'),
      }
    })
    expect(answers.frame).toMatchObject({ ok: false, error: { code: 'sender-refused' } })
    expect(answers.arguments).toMatchObject({ ok: false, error: { code: 'request-invalid' } })
    expect(answers.extra).toMatchObject({ ok: false, error: { code: 'request-invalid' } })
    expect(answers.name).toMatchObject({ ok: false, error: { code: 'request-invalid' } })
  })

  it('opens only https and mailto addresses outside', async () => {
    const codes = await page.evaluate(async () => {
      const results: unknown[] = []
      for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'not an address'])
        results.push((await window.host.shell.openExternal(url)) as unknown)
      await window.host.shell.openExternal('https://example.org/a b')
      await window.host.shell.openExternal('mailto:colleague@example.org')
      return results
    })
    expect(codes).toEqual(Array(4).fill(expect.objectContaining({ ok: false })))
    expect(double.state.openedOutside).toEqual(['https://example.org/a%20b', 'mailto:colleague@example.org'])
  })

  it('keeps what is journalled through a kill, also when the browser’s profile is deleted', async () => {
    const line = JSON.stringify({ text: 'naïve — 🌿' })
    expect(
      await page.evaluate((text) => window.host.journal.append([{ seq: 1, line: text }]), line),
    ).toMatchObject({
      ok: true,
      value: { lastSeq: 1 },
    })
    await double.crash()
    await rm(join(fixture.home, 'browser'), { recursive: true, force: true, maxRetries: 5 })
    double = await fixture.launch()
    page = await double.page()
    expect(await page.evaluate(() => window.host.journal.open())).toMatchObject({
      value: { lastSeq: 1, damage: [] },
    })
    expect(await page.evaluate(() => window.host.journal.read(1))).toMatchObject({
      value: { items: [{ seq: 1, line }] },
    })
  })

  it('keeps the browser’s own store across a relaunch', async () => {
    await page.evaluate(() => localStorage.setItem('kept', 'yes'))
    await double.quit()
    double = await fixture.launch()
    page = await double.page()
    expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
  })

  it('saves a file through the main process, whole or not at all', async () => {
    const folder = join(fixture.home, 'out')
    await mkdir(folder, { recursive: true })
    const path = join(folder, 'mine.florilegium')
    double.state.dialogAnswers.push({ canceled: false, filePath: path })
    const half = await page.evaluate(async () => {
      const begun = await window.host.files.beginSave('mine.florilegium')
      if (!begun.ok || begun.value === null) throw new Error('no ticket')
      await window.host.files.write(begun.value.id, new Uint8Array([1, 2, 3]))
      return begun.value.id
    })
    await expect(readFile(path)).rejects.toThrow('ENOENT')
    await page.evaluate(async (id) => {
      await window.host.files.write(id, new Uint8Array([4, 255]))
      await window.host.files.commit(id)
    }, half)
    expect([...(await readFile(path))]).toEqual([1, 2, 3, 4, 255])
    expect(await readdir(folder)).toEqual(['mine.florilegium'])
    expect(await page.evaluate((id) => window.host.files.commit(id), half)).toMatchObject({
      error: { code: 'save-unknown' },
    })
  })

  it('leaves no trace of a save that was given up, and none when the user thought better of it', async () => {
    const path = join(fixture.home, 'given-up.florilegium')
    double.state.dialogAnswers.push({ canceled: false, filePath: path }, { canceled: true, filePath: '' })
    const cancelled = await page.evaluate(async () => {
      const begun = await window.host.files.beginSave('given-up.florilegium')
      if (!begun.ok || begun.value === null) throw new Error('no ticket')
      await window.host.files.write(begun.value.id, new Uint8Array(10))
      await window.host.files.abort(begun.value.id)
      return window.host.files.beginSave('again.florilegium')
    })
    expect(cancelled).toEqual({ ok: true, value: null })
    expect((await readdir(fixture.home)).filter((name) => name.includes('given-up'))).toEqual([])
  })

  it('hands over opened files with their bytes, and remembers them for the menu', async () => {
    const path = join(fixture.home, 'article.txt')
    await writeFile(path, 'An article.')
    double.state.dialogAnswers.push({ canceled: false, filePaths: [path] })
    const opened = await page.evaluate(async () => {
      const files = await window.host.files.open('article')
      if (!files.ok || files.value === null) throw new Error('no files')
      return files.value.map((file) => [file.name, new TextDecoder().decode(file.bytes)])
    })
    expect(opened).toEqual([['article.txt', 'An article.']])
    expect(double.state.recentDocuments).toEqual([path])
    await expect.poll(() => double.menuLabels(['File', 'Open recent'])).toEqual(['article.txt'])
    double.chooseMenu(['File', 'Open recent', 'article.txt'])
    const taken = await page.evaluate(() => window.host.files.takeOpened())
    expect(taken).toMatchObject({ value: [{ name: 'article.txt' }] })
  })

  it('takes a bundle from the file manager: by arguments, from a second instance, and by the mac’s event', async () => {
    const path = join(fixture.home, 'theirs.florilegium')
    await writeFile(path, 'bundle')
    await double.quit()
    double = await fixture.launch({ args: [path, '--flag', join(fixture.home, 'missing.florilegium')] })
    page = await double.page()
    const take = () =>
      page.evaluate(async () => {
        const taken = await window.host.files.takeOpened()
        return taken.ok ? taken.value.map((file) => file.name) : taken.error
      })
    expect(await take()).toEqual(['theirs.florilegium'])
    expect(await take()).toEqual([])
    const announced = page.evaluate(
      () => new Promise<string>((resolve) => window.host.files.onOpened(() => resolve('announced'))),
    )
    await page.waitForTimeout(100)
    double.app.emit('second-instance', {}, ['electron', 'theirs.florilegium'], fixture.home)
    expect(await announced).toBe('announced')
    expect(await take()).toEqual(['theirs.florilegium'])
    double.app.emit('open-file', { preventDefault: () => undefined }, path)
    expect(await take()).toEqual(['theirs.florilegium'])
  })

  it('sends menu commands to the page', async () => {
    const command = page.evaluate(() => new Promise<string>((resolve) => window.host.menu.onCommand(resolve)))
    await page.waitForTimeout(100)
    double.chooseMenu(['Go', 'Graph'])
    expect(await command).toBe('go.graph')
  })

  it('waits for unsaved work before it closes', async () => {
    await page.evaluate(() => {
      window.host.app.onBeforeQuit(async () => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        await window.host.journal.append([{ seq: 1, line: '"written while closing"' }])
        return null
      })
    })
    await double.quit()
    double = await fixture.launch()
    page = await double.page()
    expect(await page.evaluate(() => window.host.journal.read(1))).toMatchObject({
      value: { items: [{ line: '"written while closing"' }] },
    })
  })

  it('keeps backups in a folder of their own', async () => {
    const outcome = await page.evaluate(async () => {
      const { backups, files } = window.host
      const begun = await backups.begin('2026-01-02.florilegium')
      if (!begun.ok) throw new Error(begun.error.message)
      await files.write(begun.value.id, new Uint8Array([7]))
      await files.commit(begun.value.id)
      const list = await backups.list()
      const bytes = await backups.read('2026-01-02.florilegium')
      const refused = await backups.begin('notes.txt')
      const removed = await backups.remove('2026-01-02.florilegium')
      return {
        list,
        bytes: bytes.ok ? [...bytes.value] : bytes,
        refused,
        removed,
        after: await backups.list(),
      }
    })
    expect(outcome).toMatchObject({
      list: { ok: true, value: [{ name: '2026-01-02.florilegium', size: 1 }] },
      bytes: [7],
      refused: { ok: false, error: { code: 'backup-name' } },
      removed: { ok: true },
      after: { ok: true, value: [] },
    })
  })

  it('never makes a chosen backups’ folder anew, but says that it is gone', async () => {
    const chosen = join(fixture.home, 'stick')
    await mkdir(chosen)
    double.state.dialogAnswers.push({ canceled: false, filePaths: [chosen] })
    expect(await page.evaluate(() => window.host.backups.chooseFolder())).toEqual({ ok: true, value: chosen })
    expect(await page.evaluate(() => window.host.backups.list())).toEqual({ ok: true, value: [] })
    await rm(chosen, { recursive: true })
    const gone = { ok: false, error: { code: 'backups-folder-gone' } }
    expect(await page.evaluate(() => window.host.backups.list())).toMatchObject(gone)
    expect(await page.evaluate(() => window.host.backups.begin('a.florilegium'))).toMatchObject(gone)
    expect(await readdir(fixture.home)).not.toContain('stick')
  })

  it('asks before it closes on work that cannot be saved, and keeps the window if told so', async () => {
    await page.evaluate(() => window.host.app.onBeforeQuit(async () => 'The disk is full.'))
    double.state.dialogAnswers.push({ response: 0 }, { response: 1 })
    double.app.quit()
    await vi.waitFor(() => expect(double.state.dialogsShown).toHaveLength(1))
    expect(double.state.dialogsShown[0]).toMatchObject({ detail: 'The disk is full.', cancelId: 0 })
    expect(await page.title()).toBe('shell ready')
    expect(double.windowCount()).toBe(1)
    await double.quit()
    expect(double.state.dialogsShown).toHaveLength(2)
    expect(double.windowCount()).toBe(0)
  })

  it('asks when a window does not answer, and closes by itself once it does', async () => {
    await page.evaluate(() =>
      window.host.app.onBeforeQuit(() => new Promise((resolve) => setTimeout(() => resolve(null), 7000))),
    )
    double.state.dialogAnswers.push(new Promise<never>(() => undefined))
    await double.quit()
    expect(double.state.dialogsShown).toMatchObject([{ message: 'Close without saving the last changes?' }])
  })

  it('remembers where its window was', async () => {
    await double.quit()
    const settings = JSON.parse(await readFile(join(fixture.home, 'settings.json'), 'utf8'))
    expect(settings.window).toMatchObject({ width: 1360, height: 900, maximized: false })
    await writeFile(
      join(fixture.home, 'settings.json'),
      JSON.stringify({ recent: [], window: { x: 10, y: 20, width: 900, height: 700, maximized: true } }),
    )
    double = await fixture.launch()
    expect(double.windowOptions()).toMatchObject({ x: 10, y: 20, width: 900, height: 700 })
  })

  it('starts with its defaults when the settings are spoilt', async () => {
    await double.quit()
    await writeFile(join(fixture.home, 'settings.json'), '{"recent": "not a list", "window"')
    double = await fixture.launch()
    expect(double.windowOptions()).toMatchObject({ width: 1360, height: 900 })
  })
})

describe('a second instance (double)', () => {
  it('leaves the notebook to the first', async () => {
    const second = await fixture.launch({ hasInstanceLock: false })
    expect(second.windowCount()).toBe(0)
  })
})
