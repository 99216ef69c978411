import { readArticleInWorker, readPastedInWorker } from '@renderer/intake/read-in-worker'
import { fail, type Result } from '@shared/base/result'
import { isBundleName } from '@shared/bundle/bundle-name'
import type { OpenedFile } from '@shared/host/host-api'
import { type ImportedArticle, importArticle } from './import-article'
import type { WorkflowContext } from './workflow-context'

/** What became of some files: articles kept, bundles to look at before they are merged, and what went wrong, a sentence each. */
export interface AddedFiles {
  readonly articles: readonly ImportedArticle[]
  readonly bundles: readonly OpenedFile[]
  readonly failures: readonly string[]
}

/** Captures article files; bundles are handed back, since merging starts with a preview. */
export async function addFiles(
  context: WorkflowContext,
  files: readonly OpenedFile[],
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<AddedFiles> {
  const articles: ImportedArticle[] = []
  const failures: string[] = []
  const bundles = files.filter(({ name }) => isBundleName(name))
  const others = files.filter(({ name }) => !isBundleName(name))
  for (const [index, file] of others.entries()) {
    if (signal?.aborted) break
    progress(index, others.length)
    const kept = await addFile(context, file, signal)
    if (kept.ok) articles.push(kept.value)
    else failures.push(`${file.name}: ${kept.error.message}`)
  }
  return { articles, bundles, failures }
}

async function addFile(
  context: WorkflowContext,
  file: OpenedFile,
  signal?: AbortSignal,
): Promise<Result<ImportedArticle>> {
  const draft = await readArticleInWorker(file.name, file.bytes, signal ? { signal } : {})
  return draft.ok ? importArticle(context, draft.value) : draft
}

/** Captures what is on the clipboard: the HTML if there is any, otherwise the text. */
export async function addPasted(
  context: WorkflowContext,
  pasted: { readonly html?: string; readonly text: string },
): Promise<Result<ImportedArticle>> {
  if (!pasted.text.trim() && !pasted.html?.trim())
    return fail('nothing-pasted', 'There is no text on the clipboard. Copy an article first.')
  const draft = await readPastedInWorker(pasted)
  return draft.ok ? importArticle(context, draft.value) : draft
}
