import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBuildNeeded } from '../../electron/start/build-if-needed.mjs'
import { findElectron, obtainElectron, whyNoWindow } from '../../electron/start/electron-binary.mjs'
import { findChromium } from '../support/find-chromium.mjs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-start-'))
})

afterEach(() => rm(folder, { recursive: true }))

async function putFile(path: string, ageInSeconds: number): Promise<void> {
  const time = Date.now() / 1000 - ageInSeconds
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), '')
  await utimes(join(folder, path), time, time)
}

async function makeProject(): Promise<void> {
  for (const path of [
    'electron/main.ts',
    'renderer/app/App.tsx',
    'shared/base/ids.ts',
    'package.json',
    'package-lock.json',
    'vite.config.ts',
  ])
    await putFile(path, 100)
  for (const path of ['electron', 'renderer', 'renderer/app', 'shared', 'shared/base']) {
    const time = Date.now() / 1000 - 100
    await utimes(join(folder, path), time, time)
  }
}

describe('building where needed', () => {
  it('builds when there is nothing built, and not again', async () => {
    await makeProject()
    expect(isBuildNeeded(folder)).toBe(true)
    await putFile('dist/.built', 50)
    expect(isBuildNeeded(folder)).toBe(false)
  })

  it.each(['renderer/app/App.tsx', 'shared/base/ids.ts', 'package-lock.json', 'electron/new-file.ts'])(
    'builds again when %s is newer',
    async (path) => {
      await makeProject()
      await putFile('dist/.built', 50)
      await putFile(path, 10)
      expect(isBuildNeeded(folder)).toBe(true)
    },
  )
})

describe('finding Electron', () => {
  it('says why no window can be opened on a Linux without a display', () => {
    expect(whyNoWindow({}, 'linux')).toContain('display')
    expect(whyNoWindow({}, 'darwin')).toBeNull()
  })

  it('takes the binary where it is, and does not go to the network for it', async () => {
    await writeFile(join(folder, 'electron'), '')
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(join(folder, 'electron'))
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none') })).toBeNull()
  })

  it('gives up quickly where the binary cannot be had', async () => {
    const begun = Date.now()
    const outcome = await obtainElectron({
      DISPLAY: ':99',
      ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none'),
      ELECTRON_MIRROR: 'http://127.0.0.1:1/',
    })
    expect(outcome.binary).toBeUndefined()
    expect(outcome.reason).toMatch(/binary|root/)
    expect(Date.now() - begun).toBeLessThan(5000)
  })
})

describe('finding Chromium', () => {
  it('takes the one that a variable names, and complains when that cannot be run', async () => {
    const path = join(folder, 'chromium')
    await writeFile(path, '')
    expect(() => findChromium({ FLORILEGIUM_CHROMIUM: path })).toThrow('FLORILEGIUM_CHROMIUM')
    await chmod(path, 0o755)
    expect(findChromium({ FLORILEGIUM_CHROMIUM: path })).toBe(path)
    expect(findChromium({ CHROME_PATH: path })).toBe(path)
  })
})
