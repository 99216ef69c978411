import { announce } from '@renderer/navigation/tasks'
import { Button } from '@renderer/ui/Button'
import { Dialog } from '@renderer/ui/Dialog'
import type { BundlePreview } from '@renderer/workflows/look-at-bundle'
import { type Decision, type MergeChoice, mergeBundle } from '@renderer/workflows/merge-bundle'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import { isListed } from '@shared/bundle/preview-bundle'
import { useEffect, useId, useMemo, useState } from 'react'
import styles from './Bundles.module.css'
import { ChangeGroups } from './ChangeGroups'
import { Progress } from './Progress'
import { Proposals, proposalKey } from './Proposals'
import { TrustNote } from './TrustNote'
import { UnlockForm } from './UnlockForm'
import { useBundleToMerge } from './use-bundle-to-merge'
import { useWork } from './use-work'

/** What the user has chosen of a preview so far; forgotten with it. */
function useMergeChoice(preview: BundlePreview | null) {
  const [left, setLeft] = useState<ReadonlySet<Id>>(new Set())
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map())
  const [bringsOver, setBringsOver] = useState(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preview begins with nothing chosen.
  useEffect(() => {
    setLeft(new Set())
    setDecisions(new Map())
    setBringsOver(true)
  }, [preview])
  const choose = (ids: readonly Id[], isWanted: boolean) =>
    setLeft((before) => {
      const after = new Set(before)
      for (const id of ids)
        if (isWanted) after.delete(id)
        else after.add(id)
      return after
    })
  // Renders come with every step of the merging: a large bundle is not gone through for each.
  const listed = useMemo(() => preview?.records.filter(isListed).map(({ id }) => id) ?? [], [preview])
  const wanted = useMemo(
    () => (left.size === 0 ? listed : listed.filter((id) => !left.has(id))),
    [listed, left],
  )
  const choice: MergeChoice = {
    wanted: left.size === 0 ? null : new Set(wanted),
    decisionOn: (duplicate) => decisions.get(proposalKey(duplicate)) ?? 'later',
    bringsOver,
  }
  const decide: Parameters<typeof Proposals>[0]['onDecide'] = (duplicates, decision) =>
    setDecisions(
      (before) => new Map([...before, ...duplicates.map((one) => [proposalKey(one), decision] as const)]),
    )
  return {
    left,
    choose,
    decisions,
    decide,
    bringsOver,
    setBringsOver,
    choice,
    listed: listed.length,
    wanted: wanted.length,
  }
}

const LEADS = {
  asks: 'This bundle is encrypted.',
  checking: 'Every file in it is checked. Nothing is changed.',
  preview: 'This is what merging it would change. Nothing is changed yet.',
} as const

/** Shows what a colleague's bundle would change, and merges all of it or a part on the user's word. */
export function MergeDialog() {
  const { file, preview, asks, work, unlock, leave } = useBundleToMerge()
  const merge = useWorkflow(mergeBundle)
  const merging = useWork()
  const formId = useId()
  const chosen = useMergeChoice(preview)
  const accept = async () => {
    if (!preview || merging.work) return
    const outcome = await merging.run((progress, signal) => merge(preview, chosen.choice, progress, signal))
    if (!outcome.ok && outcome.error.code === 'stopped') return
    leave(outcome.ok ? undefined : outcome.error.message)
    if (!outcome.ok) return
    const { added, changed, differing } = outcome.value
    const toSettle = differing > 0 ? ` ${differing} to settle in the Inbox.` : ''
    announce(`Merged: ${added} added, ${changed} changed.${toSettle} Ctrl Z takes it back.`)
  }
  const isNews = preview !== null && (preview.records.length > 0 || preview.stragglers.length > 0)
  const isPart = chosen.wanted < chosen.listed
  return (
    <Dialog
      open={file !== undefined && (preview !== null || asks !== null || work !== null)}
      onClose={() => leave()}
      width={preview ? 'wide' : 'medium'}
      title={preview ? `“${preview.bundle.info.title}”` : (file?.name ?? 'A bundle')}
      lead={preview ? `${file?.name}: ${LEADS.preview}` : asks ? LEADS.asks : LEADS.checking}
      actions={
        <>
          <Button onClick={() => leave()}>{isNews || !preview ? 'Leave it' : 'Close'}</Button>
          {asks && (
            <Button look="primary" type="submit" form={formId} disabled={work !== null}>
              Open
            </Button>
          )}
          {isNews && (
            <Button
              look="primary"
              onClick={accept}
              disabled={merging.work !== null || (isPart && chosen.wanted === 0)}
            >
              {isPart ? `Merge ${chosen.wanted} of ${chosen.listed}` : 'Merge'}
            </Button>
          )}
        </>
      }
    >
      {asks && <UnlockForm formId={formId} failure={work ? null : asks.failure} onUnlock={unlock} />}
      {work && <Progress label={asks ? 'Opening it' : 'Checking it'} work={work} />}
      {preview && (
        <>
          <TrustNote trust={preview.trust} />
          {!isNews && <p>All of it is here already. Merging would change nothing.</p>}
          <Proposals
            preview={preview}
            decisions={chosen.decisions}
            onDecide={chosen.decide}
            bringsOver={chosen.bringsOver}
            onBringOver={chosen.setBringsOver}
          />
          {preview.records.length > 0 && (
            <ChangeGroups preview={preview} left={chosen.left} onChoose={chosen.choose} />
          )}
          {isPart && chosen.wanted > 0 && (
            <p className={styles.hint}>What the chosen ones cannot do without comes along.</p>
          )}
          {preview.same > 0 && isNews && <p className={styles.hint}>{preview.same} are here already.</p>}
          {merging.work && <Progress label="Merging" work={merging.work} />}
        </>
      )}
    </Dialog>
  )
}
