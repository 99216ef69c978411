import type { NotebookDatabase } from './database'
import type { LocalSettings } from './notebook'

/** How long a setting may stay unwritten, in milliseconds. */
const WRITE_DELAY = 250

/** Settings and places of this machine, held in memory and written behind; a write that fails is tried with the next. */
export class StoredSettings implements LocalSettings {
  readonly #database: NotebookDatabase
  readonly #values = new Map<string, unknown>()
  readonly #unwritten = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(database: NotebookDatabase) {
    this.#database = database
  }

  async load(): Promise<void> {
    for (const { key, value } of await this.#database.local.toArray()) this.#values.set(key, value)
  }

  get<T>(key: string): T | undefined {
    return this.#values.get(key) as T | undefined
  }

  set(key: string, value: unknown): void {
    this.#values.set(key, value)
    this.#unwritten.add(key)
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_DELAY)
    for (const listener of [...this.#listeners]) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const keys = [...this.#unwritten]
    if (keys.length === 0) return
    this.#unwritten.clear()
    try {
      await this.#database.local.bulkPut(keys.map((key) => ({ key, value: this.#values.get(key) })))
    } catch {
      for (const key of keys) this.#unwritten.add(key)
    }
  }
}
