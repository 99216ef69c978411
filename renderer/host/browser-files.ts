import { fail, ok, type Result } from '@shared/base/result'
import type { FileKind, FilesHost, OpenedFile } from '@shared/host/host-api'

const ACCEPTED: Readonly<Record<FileKind, string>> = {
  article: '.html,.htm,.xhtml,.txt,.md,.markdown,.pdf,.docx,.epub',
  bundle: '.florilegium,.age,.zip',
  references: '.bib,.ris,.json,.qdc,.qdpx,.jsonld',
  any: '',
}

/** How long a downloaded file's bytes are kept for the browser to fetch, in milliseconds. */
const DOWNLOAD_PATIENCE = 60_000

/** Files by the browser's own picker and download. */
export function createBrowserFiles(): FilesHost {
  const drafts = new Map<string, { readonly name: string; readonly chunks: Uint8Array<ArrayBuffer>[] }>()
  let begun = 0
  const unknown = () => fail('save-unknown', 'This file is not being saved any more: start the export again.')
  return {
    open: pickFiles,
    beginSave: async (name) => {
      begun += 1
      const id = `download-${begun}`
      drafts.set(id, { name, chunks: [] })
      return ok({ id, name })
    },
    write: async (id, chunk) => {
      const draft = drafts.get(id)
      if (draft === undefined) return unknown()
      draft.chunks.push(new Uint8Array(chunk))
      return ok(null)
    },
    commit: async (id) => {
      const draft = drafts.get(id)
      if (draft === undefined) return unknown()
      drafts.delete(id)
      download(draft.name, draft.chunks)
      return ok(null)
    },
    abort: async (id) => (drafts.delete(id) ? ok(null) : unknown()),
    takeOpened: async () => ok([]),
    onOpened: () => () => undefined,
  }
}

function download(name: string, chunks: readonly Uint8Array<ArrayBuffer>[]): void {
  const address = URL.createObjectURL(new Blob([...chunks], { type: 'application/octet-stream' }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_PATIENCE)
}

async function pickFiles(kind: FileKind): Promise<Result<readonly OpenedFile[] | null>> {
  const files = await chooseFiles(kind)
  if (files === null) return ok(null)
  try {
    return ok(await Promise.all(files.map(readFile)))
  } catch {
    return fail('file-unreadable', 'A file could not be read: is it still there?')
  }
}

function chooseFiles(kind: FileKind): Promise<readonly File[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = ACCEPTED[kind]
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

async function readFile(file: File): Promise<OpenedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
