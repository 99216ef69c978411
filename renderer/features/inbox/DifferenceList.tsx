import { useCommands } from '@renderer/navigation/commands'
import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { useInHand } from '@renderer/navigation/in-hand'
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
import { useRef, useState } from 'react'
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

interface CardProps {
  readonly difference: Difference
  /** Whether the keys mean this one. */
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly onChoose: (alternative: Alternative) => void
}

function DifferenceCard({ difference, isCurrent, onFocus, onChoose }: CardProps) {
  const { record, field, alternatives } = difference
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const route = routeOf(view, record.id)
  const name = `${describeKind(record)}: ${describeRecord(view, record)}`
  return (
    <li>
      <div
        className={styles.card}
        data-difference
        data-current={isCurrent}
        tabIndex={isCurrent ? 0 : -1}
        role="group"
        aria-label={`${name}, ${describeField(view, field)}`}
        onFocus={onFocus}
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
              <Button size="small" onClick={() => onChoose(alternative)}>
                Keep this {isCurrent && <Keys keys={String(index + 1)} />}
              </Button>
            </div>
          ))}
        </div>
        <div>
          <HistoryButton id={record.id} />
        </div>
      </div>
    </li>
  )
}

/** Values that one field can be settled to by a digit. */
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Values that two people gave one field without knowing of each other, to settle one by one: all by keys. */
export function DifferenceList() {
  const view = useNotebookView()
  const differences = useDifferences()
  const settle = useWorkflow(settleDifference)
  const list = useRef<HTMLUListElement>(null)
  const [position, setPosition] = useState(0)
  const current = Math.min(position, Math.max(0, differences.length - 1))
  useInHand(differences[current]?.record.id ?? null)
  const focusOn = (index: number) => {
    setPosition(index)
    list.current?.querySelectorAll<HTMLElement>('[data-difference]')[index]?.focus()
  }
  const step = (by: number) => focusOn(Math.max(0, Math.min(differences.length - 1, current + by)))
  const choose = async (index: number, alternative: Alternative | undefined) => {
    const difference = differences[index]
    if (!difference || !alternative) return announce('There is no such value to keep.')
    const { record, field } = difference
    const outcome = await settle(record, field, alternative.value)
    announce(
      outcome.ok
        ? `Settled: ${describeField(view, field)}. The other value stays in the history.`
        : outcome.error.message,
    )
    requestAnimationFrame(() => focusOn(Math.min(index, differences.length - 2)))
  }
  useCommands(
    differences.length === 0
      ? []
      : [
          { id: 'difference.next', title: 'Next difference', keys: 'j', group: 'View', run: () => step(1) },
          {
            id: 'difference.previous',
            title: 'Previous difference',
            keys: 'k',
            group: 'View',
            run: () => step(-1),
          },
          ...DIGITS.map((digit) => ({
            id: `difference.keep-${digit}`,
            title: `Keep value ${digit}`,
            keys: String(digit),
            group: 'Edit' as const,
            run: () => void choose(current, differences[current]?.alternatives[digit - 1]),
          })),
        ],
  )
  if (differences.length === 0) return <p className={styles.none}>No differences to settle.</p>
  return (
    <ul ref={list} className={styles.cards}>
      {differences.map((difference, index) => (
        <DifferenceCard
          key={`${difference.record.id} ${difference.field}`}
          difference={difference}
          isCurrent={index === current}
          onFocus={() => setPosition(index)}
          onChoose={(alternative) => void choose(index, alternative)}
        />
      ))}
    </ul>
  )
}
