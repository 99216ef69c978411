import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { Result } from '@shared/base/result'
import type { OpenedFile } from '@shared/host/host-api'
import { OPENABLE_EXTENSIONS } from './file-kinds'
import { readFiles } from './read-files'

/** Files that the file manager, the command line or the menu asked to open, until a window takes them. */
export class OpenedFiles {
  #paths: string[] = []
  readonly #announce: () => void

  /** `announce` tells windows that there is something to take. */
  constructor(announce: () => void) {
    this.#announce = announce
  }

  add(paths: readonly string[]): void {
    if (paths.length === 0) return
    this.#paths.push(...paths)
    this.#announce()
  }

  take(): Promise<Result<OpenedFile[]>> {
    const paths = this.#paths
    this.#paths = []
    return readFiles(paths)
  }
}

/** The files named in a program's arguments: existing ones of a kind that the notebook opens. */
export function filesInArguments(args: readonly string[], folder: string): string[] {
  return args
    .filter(
      (arg) => !arg.startsWith('-') && OPENABLE_EXTENSIONS.includes(extname(arg).slice(1).toLowerCase()),
    )
    .map((arg) => resolve(folder, arg))
    .filter((path) => existsSync(path))
}
