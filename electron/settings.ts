import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { writeWhole } from './write-whole'

z.config({ jitless: true })

const bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
  maximized: z.boolean(),
})

const form = z.object({
  window: bounds.optional().catch(undefined),
  /** The folder that the last dialog ended in. */
  lastFolder: z.string().optional().catch(undefined),
  /** Paths of files opened last, newest first. */
  recent: z.array(z.string()).max(20).catch([]),
  backupsFolder: z.string().optional().catch(undefined),
})

export type Settings = z.infer<typeof form>
export type WindowBounds = z.infer<typeof bounds>

const DEFAULTS: Settings = { recent: [] }

/** What the shell remembers between launches; a missing or spoilt file gives the defaults, never an error. */
export class SettingsFile {
  readonly #path: string
  #settings: Settings
  #writing: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
    this.#settings = readSettings(path)
  }

  get(): Settings {
    return this.#settings
  }

  /** Changes some settings; resolves when they are on disk or could not be put there (they are a comfort only). */
  change(part: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...part }
    const bytes = new TextEncoder().encode(`${JSON.stringify(this.#settings, null, 2)}\n`)
    this.#writing = this.#writing.then(() => writeWhole(this.#path, bytes)).catch(() => undefined)
    return this.#writing
  }
}

function readSettings(path: string): Settings {
  try {
    return form.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return DEFAULTS
  }
}
