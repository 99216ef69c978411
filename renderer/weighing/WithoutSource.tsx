import { useNavigation } from '@renderer/navigation/navigation-store'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Select } from '@renderer/ui/Field'
import type { ClaimStatus } from '@shared/domain/claim'
import { claimsResting, type Withdrawable, whatFalls } from '@shared/graph/withdrawal'
import { useId, useMemo, useState } from 'react'
import { StatusMark } from './StatusMark'
import styles from './WithoutSource.module.css'

const WORDS: Readonly<Record<ClaimStatus, string>> = {
  unverified: 'unverified',
  supported: 'supported',
  disputed: 'disputed',
  refuted: 'refuted',
}

/** The claims whose derived status would change without a source. */
function Fallen({ source }: { source: string }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const { revision } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for what the view holds.
  const fallen = useMemo(() => whatFalls(view, source), [view, revision, source])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for what the view holds.
  const resting = useMemo(() => claimsResting(view, source).length, [view, revision, source])
  if (fallen.length === 0) {
    return (
      <p className={styles.note}>
        {resting === 0
          ? 'No claim rests on it.'
          : `No claim would change: what else bears on ${resting === 1 ? 'the one claim' : `the ${resting} claims`} it speaks to decides the same.`}
      </p>
    )
  }
  return (
    <ul className={styles.fallen}>
      {fallen.map(({ claim, before, after }) => (
        <li key={claim}>
          <StatusMark status={after} />
          <span>
            <button
              type="button"
              className={styles.claim}
              dir="auto"
              onClick={() => open({ view: 'claims', id: claim })}
            >
              {view.find('claim', claim)?.fields.text}
            </button>{' '}
            would be {WORDS[after]} instead of {WORDS[before]}.
          </span>
        </li>
      ))}
    </ul>
  )
}

interface WithoutSourceProps {
  readonly sources: readonly Withdrawable[]
  /** What is asked about, where that is not plain from where it stands. */
  readonly about?: string
}

/** Shows, when asked, which claims would change if a source, or one of several, were withdrawn. */
export function WithoutSource({ sources, about = 'it' }: WithoutSourceProps) {
  const [isAsked, setAsked] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const id = useId()
  const source = sources.find((one) => one.source === chosen) ?? sources[0]
  if (!source) return null
  return (
    <div className={styles.without}>
      <Button
        size="small"
        look="quiet"
        aria-expanded={isAsked}
        aria-controls={id}
        onClick={() => setAsked(!isAsked)}
      >
        What falls without {about}?
      </Button>
      <div id={id} className={styles.answer} hidden={!isAsked}>
        {isAsked && sources.length > 1 && (
          <Select
            aria-label="What is taken away"
            className={styles.source}
            value={source.source}
            onChange={(event) => setChosen(event.target.value)}
          >
            {sources.map((one) => (
              <option key={one.source} value={one.source}>
                Without {one.label}
              </option>
            ))}
          </Select>
        )}
        {isAsked && <Fallen source={source.source} />}
      </div>
    </div>
  )
}
