import type { Absorbed } from '@renderer/storage/notebook'
import type { OpenedBundle } from '@renderer/workers/bundle-client'
import type { Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import type { Duplicate } from '@shared/bundle/duplicates'
import { presentState } from '@shared/bundle/present-state'
import { closeChoice, isListed } from '@shared/bundle/preview-bundle'
import type { Edit } from '@shared/changes/compose'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import { blocksToText } from '@shared/domain/block'
import type { Version } from '@shared/domain/version'
import { planEntityMerge } from '@shared/notebook/merge-entities'
import { planApart } from './edit-entity'
import { rememberColleague } from './identity'
import { chooseKept, planArticleJoin, planArticlesApart, type ReadText } from './join-articles'
import type { BundlePreview } from './look-at-bundle'
import type { WorkflowContext } from './workflow-context'

/** What the user says of a pair that may be one. `later` leaves both as they are. */
export type Decision = 'join' | 'apart' | 'later'

/** What the user wants of a bundle. */
export interface MergeChoice {
  /** The records to merge, which bring along what they need; null: all of them. */
  readonly wanted: ReadonlySet<Id> | null
  readonly decisionOn: (duplicate: Duplicate) => Decision
  /** Whether what was made on joined copies comes over to the article that stands for them. */
  readonly bringsOver: boolean
}

/** What a merge has done to the records that its preview lists. */
export interface MergeOutcome {
  readonly added: number
  readonly changed: number
  /** Records in difference now. */
  readonly differing: number
}

function tell({ records }: BundlePreview, taken: ReadonlySet<Id> | null): MergeOutcome {
  const merged = records.filter((record) => isListed(record) && (!taken || taken.has(record.id)))
  const added = merged.filter(({ before }) => before === undefined).length
  const differing = merged.filter(({ effect }) => effect === 'differing').length
  return { added, changed: merged.length - added, differing }
}

/** Merges an opened bundle with what was decided about it, as one step that undo takes back. */
export async function mergeBundle(
  context: WorkflowContext,
  preview: BundlePreview,
  choice: MergeChoice,
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<MergeOutcome>> {
  const { bundle, trust } = preview
  const taken = choice.wanted ? closeChoice(preview.records, choice.wanted) : null
  const edits = await planDecisions(context, preview, choice, taken)
  const report = await context.notebook.absorb(
    {
      ...(await takeFrom(bundle, taken)),
      ...(edits.length > 0 ? { decided: { intent: 'join-copies', edits } } : {}),
    },
    progress,
    signal,
  )
  if (!report.ok) return report
  if (trust.state === 'first-seen') rememberColleague(context, trust.signer)
  bundle.close()
  return ok(tell(preview, taken))
}

/** The wanted part of a bundle, with what is known of its transactions. */
async function takeFrom(bundle: OpenedBundle, taken: ReadonlySet<Id> | null): Promise<Absorbed> {
  const notes: TransactionNote[] = []
  if (!taken) {
    for await (const note of bundle.transactionNotes()) notes.push(note)
    return { histories: bundle.allHistories(), notes }
  }
  const histories: RecordHistory[] = []
  for await (const history of bundle.allHistories()) if (taken.has(history.id)) histories.push(history)
  const stamps = new Set<Stamp>(histories.flatMap(({ changes }) => changes.map(({ stamp }) => stamp)))
  for await (const note of bundle.transactionNotes()) if (stamps.has(note.stamp)) notes.push(note)
  return { histories, notes }
}

async function planDecisions(
  context: WorkflowContext,
  preview: BundlePreview,
  { decisionOn, bringsOver }: MergeChoice,
  taken: ReadonlySet<Id> | null,
): Promise<Edit[]> {
  const { view } = context.notebook
  const willBeHere = (id: Id) => taken === null || taken.has(id) || view.get(id) !== undefined
  const readText = readerOf(context, preview)
  const edits: Edit[] = []
  for (const duplicate of preview.duplicates)
    if (willBeHere(duplicate.theirs))
      edits.push(...(await planDuplicate(preview, duplicate, decisionOn(duplicate), readText)))
  if (bringsOver)
    for (const join of preview.stragglers)
      edits.push(...(await planArticleJoin(preview.after, join, readText)))
  return edits.filter(({ record }) => willBeHere(record))
}

async function planDuplicate(
  { after, get }: BundlePreview,
  { kind, ours, theirs }: Duplicate,
  decision: Decision,
  readText: ReadText,
): Promise<Edit[]> {
  if (decision === 'later') return []
  if (kind === 'article') {
    if (decision === 'apart') return planArticlesApart(ours, theirs)
    return planArticleJoin(after, await chooseKept(after, ours, theirs, readText), readText)
  }
  if (decision === 'apart') return planApart(ours, theirs)
  // The one made first stays, whoever decides: two people who join the same pair then say the same.
  const [kept, other] = [ours, theirs].sort().map((id) => get(id))
  return kept?.kind === 'entity' && other?.kind === 'entity' ? planEntityMerge(kept, other) : []
}

/** Texts of what is here, and of what comes; each of the latter is read from the bundle once. */
function readerOf({ notebook }: WorkflowContext, { bundle }: BundlePreview): ReadText {
  const read = new Map<Id, string>()
  return async (versionId) => {
    if (notebook.view.get(versionId)) return blocksToText(await notebook.blocksOf(versionId))
    const known = read.get(versionId)
    if (known !== undefined) return known
    let text = ''
    for await (const history of bundle.histories('version'))
      if (history.id === versionId)
        text = blocksToText((presentState(history) as unknown as Version).fields.blocks)
    read.set(versionId, text)
    return text
  }
}
