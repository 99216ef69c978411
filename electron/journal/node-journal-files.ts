import { type FileHandle, mkdir, open, readdir, rename, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalFiles } from '@shared/journal/journal-files'
import { syncFolder } from '../sync-folder'

/** A journal's files in one folder of the disk. */
export class NodeJournalFiles implements JournalFiles {
  readonly #folder: string
  /** The file appended to last stays open: opening costs as much as writing. */
  #current: { readonly name: string; readonly handle: FileHandle; isNew: boolean } | null = null
  #isClosed = false

  constructor(folder: string) {
    this.#folder = folder
  }

  async list() {
    await mkdir(this.#folder, { recursive: true })
    const entries = await readdir(this.#folder, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
    return Promise.all(names.map(async (name) => ({ name, size: (await stat(this.#path(name))).size })))
  }

  async read(name: string, start: number, end: number): Promise<Uint8Array> {
    const handle = await open(this.#path(name), 'r')
    try {
      const { size } = await handle.stat()
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
      return bytes.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    const { handle } = await this.#open(name)
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, at, bytes.length - at)
      at += bytesWritten
    }
  }

  async sync(name: string): Promise<void> {
    const file = await this.#open(name)
    await file.handle.datasync()
    if (file.isNew) await syncFolder(this.#folder)
    file.isNew = false
  }

  async truncate(name: string, size: number): Promise<void> {
    await this.#letGo()
    await truncate(this.#path(name), size)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#letGo()
    await rename(this.#path(from), this.#path(to))
    await syncFolder(this.#folder)
  }

  async remove(name: string): Promise<void> {
    if (this.#current?.name === name) await this.#letGo()
    await rm(this.#path(name), { force: true })
  }

  /** Closes for good, as the program ends: a request still on its way then fails, instead of opening a file anew. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#letGo()
  }

  #path(name: string): string {
    return join(this.#folder, name)
  }

  /** Lets go of the file that is open; it is opened again when needed. */
  async #letGo(): Promise<void> {
    const current = this.#current
    this.#current = null
    await current?.handle.close()
  }

  async #open(name: string) {
    if (this.#current?.name === name) return this.#current
    await this.#letGo()
    await mkdir(this.#folder, { recursive: true })
    const handle = await open(this.#path(name), 'a')
    this.#current = { name, handle, isNew: (await handle.stat()).size === 0 }
    if (this.#isClosed) {
      await this.#letGo()
      throw new Error('The journal is closed.')
    }
    return this.#current
  }
}
