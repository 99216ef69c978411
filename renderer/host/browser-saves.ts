import { fail, ok, type Result } from '@shared/base/result'
import type { SaveTicket } from '@shared/host/host-api'

/** A file that is being written and is at its place only when it is whole. Its methods throw what the browser throws. */
export interface Draft {
  readonly name: string
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>
  commit(): Promise<void>
  abort(): Promise<void>
}

/** Files that the page is writing, by ticket: downloads and backups alike. */
export class BrowserSaves {
  readonly #drafts = new Map<string, Draft>()
  #begun = 0

  begin(draft: Draft): SaveTicket {
    this.#begun += 1
    const id = `save-${this.#begun}`
    this.#drafts.set(id, draft)
    return { id, name: draft.name }
  }

  write(id: string, chunk: Uint8Array): Promise<Result<null>> {
    return this.#with(id, (draft) => draft.write(new Uint8Array(chunk)))
  }

  commit(id: string): Promise<Result<null>> {
    return this.#with(id, async (draft) => {
      await draft.commit()
      this.#drafts.delete(id)
    })
  }

  abort(id: string): Promise<Result<null>> {
    return this.#with(id, async (draft) => {
      this.#drafts.delete(id)
      await draft.abort()
    })
  }

  async #with(id: string, work: (draft: Draft) => Promise<void>): Promise<Result<null>> {
    const draft = this.#drafts.get(id)
    if (draft === undefined)
      return fail('save-unknown', 'This file is not being saved any more: start again.')
    try {
      await work(draft)
      return ok(null)
    } catch (error) {
      this.#drafts.delete(id)
      await draft.abort().catch(() => undefined)
      return browserWritingFailed(draft.name, error)
    }
  }
}

/** An error while writing in the browser's private files, as a sentence that names the file. */
export function browserWritingFailed(name: string, error: unknown) {
  const code = error instanceof DOMException ? error.name : String(error)
  return code === 'QuotaExceededError'
    ? fail(
        'disk-full',
        `${name} was not saved because this browser’s share of the disk is full: make space and try again.`,
      )
    : fail('file-unwritable', `${name} could not be saved (${code}).`)
}
