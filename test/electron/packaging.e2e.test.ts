import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HostApi } from '@shared/host/host-api'
import { ElectronDouble } from '@test/support/electron-double/electron-double'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PackagedApp, packageApp, readFuses } from './package-app'

declare const window: { host: HostApi }

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
let out: string
let packaged: PackagedApp

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'florilegium-package-'))
  packaged = await packageApp(out)
}, 120_000)

afterAll(async () => {
  await rm(out, { recursive: true, force: true, maxRetries: 5 })
})

describe('the packaged app', () => {
  it('holds what was built and nothing else', async () => {
    const roots = packaged.files.filter((path) => !path.startsWith('/dist/'))
    expect(roots.sort()).toEqual(['/dist', '/package.json'])
    const strays = packaged.files.filter((path) => /\.tsx?$|\.map$|node_modules|\/test\/|\.test\./.test(path))
    expect(strays).toEqual([])
    for (const part of ['electron', 'preload', 'renderer']) {
      const built = await readdir(join(ROOT, 'dist', part), { recursive: true })
      for (const path of built) expect(packaged.files).toContain(`/dist/${part}/${path}`)
    }
  })

  it('carries no list of development tools', async () => {
    const facts = JSON.parse(await readFile(join(packaged.folder, 'package.json'), 'utf8'))
    expect(facts).not.toHaveProperty('devDependencies')
    expect(facts.main).toBe('dist/electron/main.cjs')
  })

  it('has the fuses of a program that runs nothing but itself', async () => {
    expect(await readFuses(packaged.executable)).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      GrantFileProtocolExtraPrivileges: false,
      EnableCookieEncryption: true,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
    })
  })

  it('opens from its archive, journals, and finds it again (double)', async () => {
    const home = join(out, 'home')
    const first = await ElectronDouble.launch({ folder: packaged.folder, home })
    const line = '"kept"'
    const page = await first.page()
    expect(await page.evaluate(() => document.querySelector('script')?.src)).toContain(
      'https://florilegium.test/assets/',
    )
    const state = await page.evaluate(async (text) => {
      const opened = await window.host.journal.open()
      if (!opened.ok) throw new Error(opened.error.message)
      const seq = opened.value.lastSeq + 1
      return { seq, ack: await window.host.journal.append([{ seq, line: text }]) }
    }, line)
    expect(state.ack).toMatchObject({ ok: true })
    await first.crash()
    const again = await ElectronDouble.launch({ folder: packaged.folder, home })
    const read = await (await again.page()).evaluate((seq) => window.host.journal.read(seq), state.seq)
    await again.crash()
    expect(read).toMatchObject({ ok: true, value: { items: [{ seq: state.seq, line }] } })
  }, 60_000)
})
