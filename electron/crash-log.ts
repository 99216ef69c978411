import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Notes what broke, with its time, in a file that never leaves the machine. */
export class CrashLog {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  note(what: string, details: unknown): void {
    const line = JSON.stringify({ time: new Date().toISOString(), what, details })
    try {
      mkdirSync(dirname(this.#path), { recursive: true })
      appendFileSync(this.#path, `${line}\n`)
    } catch {
      // Where even this cannot be written, there is nobody left to tell.
    }
  }
}
