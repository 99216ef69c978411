import { fail, ok, type Result } from '@shared/base/result'
import type { FileKind, FilesHost, OpenedFile } from '@shared/host/host-api'
import type { BrowserSaves, Draft } from './browser-saves'

const ACCEPTED: Readonly<Record<FileKind, string>> = {
  article: '.html,.htm,.xhtml,.txt,.md,.markdown,.pdf,.docx,.epub',
  bundle: '.florilegium,.age,.zip',
  references: '.bib,.ris,.json,.qdc,.qdpx,.jsonld',
  any: '',
}

/** How long a downloaded file's bytes are kept for the browser to fetch, in milliseconds. */
const DOWNLOAD_PATIENCE = 60_000

/** Files by the browser's own picker and download. */
export function createBrowserFiles(saves: BrowserSaves): FilesHost {
  return {
    open: pickFiles,
    beginSave: async (name) => ok(saves.begin(beginDownload(name))),
    write: (id, chunk) => saves.write(id, chunk),
    commit: (id) => saves.commit(id),
    abort: (id) => saves.abort(id),
    takeOpened: async () => ok([]),
    onOpened: () => () => undefined,
  }
}

function beginDownload(name: string): Draft {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  return {
    name,
    write: async (chunk) => void chunks.push(chunk),
    commit: async () => download(name, chunks),
    abort: async () => undefined,
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
