import type { JournalFiles } from '@shared/journal/journal-files'

// What the page's typings lack: a file that a worker may write in place, and moving one.
interface AccessHandle {
  read(bytes: Uint8Array, options: { at: number }): number
  write(bytes: Uint8Array, options: { at: number }): number
  getSize(): number
  truncate(size: number): void
  flush(): void
  close(): void
}
type PrivateFile = FileSystemFileHandle & {
  createSyncAccessHandle(): Promise<AccessHandle>
  move(name: string): Promise<void>
}

/** A journal's files in the origin's private file system; only for workers. */
export class OpfsJournalFiles implements JournalFiles {
  readonly #folderName: string
  #folder: Promise<FileSystemDirectoryHandle> | null = null
  /** The file written to last stays open; an open file cannot be opened by another tab. */
  #current: { readonly name: string; readonly access: AccessHandle } | null = null

  constructor(folderName: string) {
    this.#folderName = folderName
  }

  async list() {
    this.close()
    const found: { name: string; size: number }[] = []
    for await (const [name, handle] of (await this.#open()).entries()) {
      if (handle.kind === 'file')
        found.push({ name, size: (await (handle as FileSystemFileHandle).getFile()).size })
    }
    return found
  }

  async read(name: string, start: number, end: number): Promise<Uint8Array> {
    const access = await this.#access(name, false)
    const bytes = new Uint8Array(Math.max(0, Math.min(end, access.getSize()) - start))
    return bytes.subarray(0, access.read(bytes, { at: start }))
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    const access = await this.#access(name, true)
    for (let at = 0; at < bytes.length; ) {
      const written = access.write(bytes.subarray(at), { at: access.getSize() })
      if (written === 0) throw new DOMException('No space is left.', 'QuotaExceededError')
      at += written
    }
  }

  async sync(name: string): Promise<void> {
    ;(await this.#access(name, true)).flush()
  }

  async truncate(name: string, size: number): Promise<void> {
    ;(await this.#access(name, false)).truncate(size)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.remove(to)
    this.close()
    const handle = await (await this.#open()).getFileHandle(from)
    await (handle as PrivateFile).move(to)
  }

  async remove(name: string): Promise<void> {
    this.close()
    try {
      await (await this.#open()).removeEntry(name)
    } catch (error) {
      if ((error as DOMException).name !== 'NotFoundError') throw error
    }
  }

  /** Lets go of the file that is open. */
  close(): void {
    this.#current?.access.close()
    this.#current = null
  }

  #open(): Promise<FileSystemDirectoryHandle> {
    this.#folder ??= navigator.storage
      .getDirectory()
      .then((root) => root.getDirectoryHandle(this.#folderName, { create: true }))
    return this.#folder
  }

  async #access(name: string, create: boolean): Promise<AccessHandle> {
    if (this.#current?.name === name) return this.#current.access
    this.close()
    const handle = await (await this.#open()).getFileHandle(name, { create })
    this.#current = { name, access: await (handle as PrivateFile).createSyncAccessHandle() }
    return this.#current.access
  }
}
