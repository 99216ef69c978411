import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAppJourney } from './app-journey'
import { type PackagedApp, packageApp, readFuses } from './package-app'

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

  it('does the same job from its archive as the app that was built (double)', async () => {
    await runAppJourney(packaged.folder)
  }, 120_000)
})
