import type { JournalFiles } from '@shared/journal/journal-files'

type Operation = keyof JournalFiles

/** Journal files in memory, with a disk that can be filled, counted, and spoilt. */
export class MemoryJournalFiles implements JournalFiles {
  readonly files = new Map<string, Uint8Array>()
  /** Bytes that still fit; appends write what fits and then fail, as a disk does. */
  space = Number.POSITIVE_INFINITY
  /** Operations that fail with EIO. */
  readonly broken = new Set<Operation>()
  readonly calls: { readonly operation: Operation; readonly name: string }[] = []

  async list() {
    this.#note('list', '')
    return [...this.files].map(([name, bytes]) => ({ name, size: bytes.length }))
  }

  async read(name: string, start: number, end: number) {
    this.#note('read', name)
    return this.#get(name).slice(start, end)
  }

  async append(name: string, bytes: Uint8Array) {
    this.#note('append', name)
    const old = this.files.get(name) ?? new Uint8Array()
    const fits = bytes.subarray(0, Math.min(bytes.length, this.space))
    this.space -= fits.length
    const grown = new Uint8Array(old.length + fits.length)
    grown.set(old)
    grown.set(fits, old.length)
    this.files.set(name, grown)
    if (fits.length < bytes.length)
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }

  async sync(name: string) {
    this.#note('sync', name)
  }

  async truncate(name: string, size: number) {
    this.#note('truncate', name)
    this.files.set(name, this.#get(name).slice(0, size))
  }

  async rename(from: string, to: string) {
    this.#note('rename', from)
    this.files.set(to, this.#get(from))
    this.files.delete(from)
  }

  async remove(name: string) {
    this.#note('remove', name)
    this.files.delete(name)
  }

  /** Changes a file as a failing disk would. */
  spoil(name: string, change: (bytes: Uint8Array) => Uint8Array): void {
    this.files.set(name, change(this.#get(name).slice()))
  }

  count(operation: Operation): number {
    return this.calls.filter((call) => call.operation === operation).length
  }

  #note(operation: Operation, name: string): void {
    this.calls.push({ operation, name })
    if (this.broken.has(operation)) throw Object.assign(new Error('input/output error'), { code: 'EIO' })
  }

  #get(name: string): Uint8Array {
    const bytes = this.files.get(name)
    if (bytes === undefined) throw Object.assign(new Error(`no such file: ${name}`), { code: 'ENOENT' })
    return bytes
  }
}
