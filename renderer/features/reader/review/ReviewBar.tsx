import { Button } from '@renderer/ui/Button'
import { IconButton } from '@renderer/ui/IconButton'
import { Keys } from '@renderer/ui/Keys'
import type { Suggested } from '@shared/quotes/waiting-suggestions'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { AcceptAbove } from './AcceptAbove'
import { CorrectSuggestion } from './CorrectSuggestion'
import styles from './Review.module.css'
import { type Review, useReviewing } from './review-context'
import type { ReviewKind } from './review-list'
import { SuggestionMatter } from './SuggestionMatter'

const KINDS: readonly { kind: ReviewKind; label: string }[] = [
  { kind: 'quotes', label: 'Quotes' },
  { kind: 'claims', label: 'Worth checking' },
]

function describeNothing({ search, doubtful, showsDoubtful, kind, waiting }: Review): string {
  if (search === 'looking') return 'Looking through the text …'
  if (search === 'failed')
    return 'The text could not be looked through. Open the article again to try once more.'
  if (doubtful > 0 && !showsDoubtful) return 'Nothing is left but what is doubtful.'
  const other = kind === 'quotes' ? waiting.claims.length : waiting.quotes.length
  return other > 0 ? 'Nothing is left of this kind.' : 'Nothing is left to review in this article.'
}

function Head() {
  const { kind, list, place, doubtful, showsDoubtful, begin, toggleDoubtful, rejectRest, leave, step } =
    useReviewing()
  return (
    <header className={styles.head}>
      <fieldset className={styles.kinds} aria-label="What is reviewed">
        {KINDS.map(({ kind: one, label }) => (
          <Button
            key={one}
            size="small"
            look={one === kind ? 'plain' : 'quiet'}
            aria-pressed={one === kind}
            onClick={() => begin(one)}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      {list.length > 0 && (
        <span className={styles.count}>
          {place + 1} of {list.length}
        </span>
      )}
      <IconButton icon={ChevronUp} label="Previous suggestion" keys="K" onClick={() => step(-1)} />
      <IconButton icon={ChevronDown} label="Next suggestion" keys="J" onClick={() => step(1)} />
      <span className={styles.spring} />
      {doubtful > 0 && (
        <Button size="small" look="quiet" aria-pressed={showsDoubtful} onClick={toggleDoubtful}>
          {showsDoubtful ? `Hide ${doubtful} doubtful` : `Show ${doubtful} doubtful`} <Keys keys="D" />
        </Button>
      )}
      {list.length > 1 && (
        <Button size="small" look="quiet" onClick={rejectRest}>
          Reject all {list.length}
        </Button>
      )}
      <IconButton icon={X} label="Leave the review" keys="Esc" onClick={leave} />
    </header>
  )
}

function Actions() {
  const { kind, accept, reject, correct } = useReviewing()
  return (
    <div className={styles.actions}>
      <Button look="primary" size="small" onClick={accept}>
        Accept <Keys keys="A" />
      </Button>
      <Button size="small" onClick={reject}>
        Reject <Keys keys="X" />
      </Button>
      <Button size="small" onClick={() => correct(true)}>
        Correct <Keys keys="E" />
      </Button>
      <span className={styles.spring} />
      {kind === 'quotes' && <AcceptAbove />}
    </div>
  )
}

interface ReviewBarProps {
  readonly draft: Suggested | null
  readonly setDraft: (draft: Suggested) => void
}

/** Goes through what was found, one after the other, under the text: it never covers the words it is about. */
export function ReviewBar({ draft, setDraft }: ReviewBarProps) {
  const review = useReviewing()
  const { current } = review
  return (
    <section className={styles.bar} aria-label="Review suggestions">
      <Head />
      {!current && (
        <p className={styles.nothing} role="status">
          {describeNothing(review)}
        </p>
      )}
      {current && !draft && <SuggestionMatter suggestion={current} />}
      {current && !draft && <Actions />}
      {draft && <CorrectSuggestion draft={draft} setDraft={setDraft} />}
    </section>
  )
}
