import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Asar from '@electron/asar'
import type * as Fuses from '@electron/fuses'
import { build, Platform } from 'electron-builder'

// Required by hand: the packages' scope is also the short name of our own folder.
const nodeRequire = createRequire(import.meta.url)
const { extractAll, listPackage } = nodeRequire('@electron/asar') as typeof Asar
const { FuseV1Options, getCurrentFuseWire } = nodeRequire('@electron/fuses') as typeof Fuses

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Where Electron's binary keeps its fuses: after this text, a version and a count. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = '101100110'

export interface PackagedApp {
  /** The program's file, a stub in the place of Electron's binary. */
  readonly executable: string
  /** Paths in the archive, with a leading slash. */
  readonly files: readonly string[]
  /** The archive's content, extracted. */
  readonly folder: string
}

/** Packages what is built as a release would be, with a stub for Electron's binary; everything goes into `out`. */
export async function packageApp(out: string): Promise<PackagedApp> {
  const stub = join(out, 'stub')
  await mkdir(stub, { recursive: true })
  const fuses = Buffer.concat([
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([1, FUSES.length]),
    Buffer.from(FUSES),
  ])
  await writeFile(join(stub, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuses]))
  await chmod(join(stub, 'electron'), 0o755)
  await build({
    targets: Platform.LINUX.createTarget('dir'),
    projectDir: ROOT,
    config: {
      extends: join(ROOT, 'electron-builder.yml'),
      electronDist: stub,
      directories: { output: join(out, 'release') },
    },
  })
  const unpacked = join(out, 'release/linux-unpacked')
  const archive = join(unpacked, 'resources/app.asar')
  const folder = join(out, 'app')
  extractAll(archive, folder)
  return { executable: join(unpacked, 'florilegium'), files: listPackage(archive, { isPack: false }), folder }
}

/** What each fuse of a program is set to, by name. */
export async function readFuses(executable: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(executable)
  const ON = '1'.charCodeAt(0)
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  return Object.fromEntries(
    names.map((name) => [name, wire[FuseV1Options[name as keyof typeof FuseV1Options]] === ON]),
  )
}
