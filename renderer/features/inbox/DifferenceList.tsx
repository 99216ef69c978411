import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { announce } from '@renderer/navigation/tasks'
import { useDiffering, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Keys } from '@renderer/ui/Keys'
import { describeTime } from '@renderer/ui/relative-time'
import { settleDifference } from '@renderer/workflows/settle-difference'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { contributorOf, timeOf } from '@shared/base/clock'
import type { AnyRecord } from '@shared/domain/kinds'
import type { Alternative } from '@shared/domain/record'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { describeField, describeValue } from '@shared/notebook/describe-field'
import type { KeyboardEvent } from 'react'
import styles from './Inbox.module.css'

interface Difference {
  readonly record: AnyRecord
  readonly field: string
  readonly alternatives: readonly Alternative[]
}

function useDifferences(): Difference[] {
  return useDiffering().flatMap((record) =>
    Object.entries(record.differences ?? {}).map(([field, alternatives]) => ({
      record,
      field,
      alternatives,
    })),
  )
}

function DifferenceCard({ difference, isFirst }: { difference: Difference; isFirst: boolean }) {
  const { record, field, alternatives } = difference
  const view = useNotebookView()
  const settle = useWorkflow(settleDifference)
  const open = useNavigation((state) => state.open)
  const route = routeOf(view, record.id)
  const choose = async (alternative: Alternative | undefined, card: Element) => {
    if (!alternative) return
    const next = card.parentElement?.nextElementSibling?.querySelector<HTMLElement>('[data-difference]')
    const outcome = await settle(record, field, alternative.value)
    announce(
      outcome.ok
        ? `Settled: ${describeField(view, field)}. The other value stays in the history.`
        : outcome.error.message,
    )
    next?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const number = Number(event.key)
    if (!Number.isInteger(number) || number < 1 || number > alternatives.length) return
    event.preventDefault()
    void choose(alternatives[number - 1], event.currentTarget)
  }
  const name = `${describeKind(record)}: ${describeRecord(view, record)}`
  return (
    <li>
      <div
        className={styles.card}
        data-difference
        tabIndex={isFirst ? 0 : -1}
        role="group"
        aria-label={`${name}, ${describeField(view, field)}`}
        onKeyDown={onKeyDown}
      >
        <header className={styles.cardHeader}>
          <button type="button" className={styles.link} dir="auto" onClick={() => route && open(route)}>
            {describeRecord(view, record)}
          </button>
          <span className={styles.faint}>
            {describeKind(record)} · {describeField(view, field)}
          </span>
        </header>
        <div className={styles.values}>
          {alternatives.map((alternative, index) => (
            <div key={`${alternative.stamp} ${JSON.stringify(alternative.value)}`} className={styles.value}>
              <p className={styles.words} dir="auto">
                {describeValue(view, alternative.value)}
              </p>
              <p className={styles.faint}>
                {view.find('contributor', contributorOf(alternative.stamp))?.fields.name ||
                  'Unnamed contributor'}
                , {describeTime(timeOf(alternative.stamp))}
                {index === 0 && ' · shown now'}
              </p>
              <Button
                size="small"
                onClick={(event) =>
                  void choose(alternative, event.currentTarget.closest('[data-difference]') as Element)
                }
              >
                Keep this <Keys keys={String(index + 1)} />
              </Button>
            </div>
          ))}
        </div>
      </div>
    </li>
  )
}

/** Values that two people gave one field without knowing of each other, to settle one by one. */
export function DifferenceList() {
  const differences = useDifferences()
  if (differences.length === 0) return <p className={styles.none}>No differences to settle.</p>
  return (
    <ul className={styles.cards}>
      {differences.map((difference, index) => (
        <DifferenceCard
          key={`${difference.record.id} ${difference.field}`}
          difference={difference}
          isFirst={index === 0}
        />
      ))}
    </ul>
  )
}
