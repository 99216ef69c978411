import { GivingWay } from '@renderer/storage/give-way'
import { type OpenedBundle, openBundleInWorker } from '@renderer/workers/bundle-client'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { type ClaimedSigner, findSigner, judgeSignature, type Trust } from '@shared/bundle/colleagues'
import type { Unlock } from '@shared/bundle/encryption'
import { catchFailure, throwIfStopped } from '@shared/bundle/failure'
import { presentState } from '@shared/bundle/present-state'
import { type MergePreview, previewBundle } from '@shared/bundle/preview-bundle'
import type { Contributor } from '@shared/domain/contributor'
import type { AnyRecord } from '@shared/domain/kinds'
import { membersOf } from '@shared/domain/member-fields'
import { type ArticleJoin, findStragglers } from '@shared/notebook/join-articles'
import { NotebookMemory, type NotebookView } from '@shared/notebook/notebook-view'
import { knownReadingKeys, pinnedColleagues } from './identity'
import type { WorkflowContext } from './workflow-context'

/** What merging a bundle would do and how far it can be trusted, before anything is done. */
export interface BundlePreview extends MergePreview {
  readonly bundle: OpenedBundle
  readonly trust: Trust
  /** Articles joined before on whose copies something was made meanwhile. */
  readonly stragglers: readonly ArticleJoin[]
  /** What comes, and of what is here the articles that may be joined, as they would be together. */
  readonly after: NotebookView
  /** Any record as it would be. */
  readonly get: (id: Id) => AnyRecord | undefined
}

/** Opens a bundle, checks all of it, and tells what merging it would do; changes nothing. Fails with `bundle-encrypted` when it needs to be unlocked. */
export async function lookAtBundle(
  context: WorkflowContext,
  bytes: Uint8Array,
  unlock: Unlock | null,
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<BundlePreview>> {
  const opened = await open(context, bytes, unlock, progress, signal)
  if (!opened.ok) return opened
  const preview = await catchFailure(() => previewOpened(context, opened.value, signal))
  if (!preview.ok) opened.value.close()
  return preview
}

/** An encrypted bundle is tried with one's own key before anybody is asked. */
async function open(
  context: WorkflowContext,
  bytes: Uint8Array,
  unlock: Unlock | null,
  progress: (done: number, total: number) => void,
  signal: AbortSignal | undefined,
): Promise<Result<OpenedBundle>> {
  const work = { progress, ...(signal ? { signal } : {}) }
  if (unlock) return openBundleInWorker(bytes, { ...work, unlock })
  const opened = await openBundleInWorker(bytes, work)
  const own = knownReadingKeys(context)
  if (opened.ok || opened.error.code !== 'bundle-encrypted' || !own) return opened
  const retried = await openBundleInWorker(bytes, { ...work, unlock: { identity: own.identity } })
  return !retried.ok && retried.error.code === 'decryption-failed' ? opened : retried
}

async function previewOpened(
  context: WorkflowContext,
  bundle: OpenedBundle,
  signal: AbortSignal | undefined,
): Promise<BundlePreview> {
  const { notebook } = context
  const { view } = notebook
  const preview = await previewBundle(view, (id) => notebook.history(id), bundle.allHistories(), signal)
  const trust = await judge(context, bundle)
  const after = await stateAfter(view, preview, signal)
  const get = (id: Id) => after.get(id) ?? view.get(id)
  return { ...preview, bundle, trust, after, stragglers: findStragglers(after), get }
}

async function judge(context: WorkflowContext, bundle: OpenedBundle): Promise<Trust> {
  const pinned = pinnedColleagues(context)
  const people: (ClaimedSigner & { readonly publicKey: string | null })[] = []
  for await (const history of bundle.histories('contributor')) {
    const { id, fields } = presentState(history) as unknown as Contributor
    people.push({ contributor: id, name: fields.name, publicKey: fields.publicKey })
  }
  const { signature } = bundle
  const signer = signature.state === 'good' ? findSigner(signature.key, people, pinned) : null
  return judgeSignature(signature, signer, pinned)
}

/** Articles that could be joined: both sides of each proposal, and those that were joined before. */
function joinable(view: NotebookView, { duplicates, records }: MergePreview): Set<Id> {
  const proposed = duplicates.flatMap(({ kind, ours, theirs }) => (kind === 'article' ? [ours, theirs] : []))
  const incoming = records.map(({ after }) => after)
  const joined = [...view.trash(), ...incoming].flatMap((record) => {
    if (record.kind !== 'article') return []
    const targets = membersOf(record.fields, 'joined')
    return targets.length > 0 ? [record.id, ...targets] : []
  })
  return new Set([...proposed, ...joined])
}

/** Records taken into what would be at a time. */
const AT_ONCE = 1000

async function stateAfter(
  view: NotebookView,
  preview: MergePreview,
  signal: AbortSignal | undefined,
): Promise<NotebookView> {
  const after = new NotebookMemory()
  const own = [...joinable(view, preview)].flatMap((id) => [
    view.get(id),
    ...view.by('versionsByArticle', id),
    ...view.by('annotationsByArticle', id),
    ...view.by('quotesByArticle', id),
    ...view.by('decisionsByArticle', id),
    ...view.by('linksByEnd', id),
    ...view.by('notesByReference', id),
  ])
  after.put(own.filter((record) => record !== undefined) as never)
  const way = new GivingWay()
  for (let start = 0; start < preview.records.length; start += AT_ONCE) {
    await way.pause()
    throwIfStopped(signal)
    after.put(preview.records.slice(start, start + AT_ONCE).map((record) => record.after) as never)
  }
  return after
}
