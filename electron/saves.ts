import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fail, ok, type Result } from '@shared/base/result'
import type { SaveTicket } from '@shared/host/host-api'
import { writingFailed } from './file-failure'
import { moveIntoPlace } from './write-whole'

interface Draft {
  readonly path: string
  readonly draftPath: string
  readonly handle: FileHandle
  readonly onCommit: () => void
}

/** Files being written by windows: each is a draft beside its place until it is whole and on disk. */
export class Saves {
  readonly #drafts = new Map<string, Draft>()

  /** Begins a file at `path`; `onCommit` runs once it is in its place. */
  async begin(path: string, onCommit: () => void = () => undefined): Promise<Result<SaveTicket>> {
    const id = randomUUID()
    const draftPath = `${path}.${id.slice(0, 8)}.part`
    try {
      await mkdir(dirname(path), { recursive: true })
      const handle = await open(draftPath, 'wx')
      this.#drafts.set(id, { path, draftPath, handle, onCommit })
      return ok({ id, name: basename(path) })
    } catch (error) {
      return writingFailed(basename(path), error)
    }
  }

  async write(id: string, chunk: Uint8Array): Promise<Result<null>> {
    const draft = this.#drafts.get(id)
    if (draft === undefined) return unknownSave()
    try {
      await draft.handle.writeFile(chunk)
      return ok(null)
    } catch (error) {
      await this.abort(id)
      return writingFailed(basename(draft.path), error)
    }
  }

  async commit(id: string): Promise<Result<null>> {
    const draft = this.#drafts.get(id)
    if (draft === undefined) return unknownSave()
    try {
      await draft.handle.sync()
      await this.#close(id, draft)
      await moveIntoPlace(draft.draftPath, draft.path)
    } catch (error) {
      await this.abort(id)
      return writingFailed(basename(draft.path), error)
    }
    draft.onCommit()
    return ok(null)
  }

  async abort(id: string): Promise<Result<null>> {
    const draft = this.#drafts.get(id)
    if (draft === undefined) return unknownSave()
    await this.#close(id, draft).catch(() => undefined)
    await rm(draft.draftPath, { force: true })
    return ok(null)
  }

  /** Leaves no drafts behind. */
  async abortAll(): Promise<void> {
    for (const id of [...this.#drafts.keys()]) await this.abort(id)
  }

  async #close(id: string, draft: Draft): Promise<void> {
    this.#drafts.delete(id)
    await draft.handle.close()
  }
}

function unknownSave() {
  return fail('save-unknown', 'This file is not being saved any more: start the export again.')
}
