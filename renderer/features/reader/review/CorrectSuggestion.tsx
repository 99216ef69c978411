import { readSelection } from '@renderer/anchoring/read-selection'
import { Button } from '@renderer/ui/Button'
import { Select, TextArea } from '@renderer/ui/Field'
import { FieldRow } from '@renderer/ui/FieldRow'
import { IconButton } from '@renderer/ui/IconButton'
import { QUOTE_KINDS, type QuoteKind } from '@shared/domain/quote'
import type { Span } from '@shared/quotes/found-quote'
import { isQuoteSuggestion, type Suggested } from '@shared/quotes/waiting-suggestions'
import { ArrowLeftFromLine, ArrowLeftToLine, ArrowRightFromLine, ArrowRightToLine } from 'lucide-react'
import { type PointerEvent, useEffect, useRef } from 'react'
import { FormFrame } from '../annotate/FormFrame'
import { PersonField } from '../annotate/PersonField'
import { useReader } from '../reader-context'
import { moveEdge } from './move-edge'
import styles from './Review.module.css'
import { useReviewing } from './review-context'

interface CorrectSuggestionProps {
  /** The suggestion as it is corrected so far. */
  readonly draft: Suggested
  readonly setDraft: (draft: Suggested) => void
}

const EDGES = [
  { edge: 'start', by: -1, icon: ArrowLeftFromLine, label: 'Begin a word earlier' },
  { edge: 'start', by: 1, icon: ArrowRightToLine, label: 'Begin a word later' },
  { edge: 'end', by: -1, icon: ArrowLeftToLine, label: 'End a word earlier' },
  { edge: 'end', by: 1, icon: ArrowRightFromLine, label: 'End a word later' },
] as const

function withSpans(suggestion: Suggested, spans: Span[], text: string): Suggested {
  if (isQuoteSuggestion(suggestion)) return { ...suggestion, spans }
  const span = spans[0] as Span
  return { ...suggestion, span, text: text.slice(...span) }
}

/** The passage by its two ends: word by word, or as it is selected in the text. */
function PassageRow({ draft, setDraft }: CorrectSuggestionProps) {
  const { page } = useReader()
  const { text } = page.surface
  const spans = isQuoteSuggestion(draft) ? draft.spans : [draft.span]
  const move = (edge: 'start' | 'end', by: 1 | -1) => {
    const which = edge === 'start' ? 0 : spans.length - 1
    setDraft(
      withSpans(
        draft,
        spans.map((span, index) => (index === which ? moveEdge(text, span, edge, by) : span)),
        text,
      ),
    )
  }
  const takeSelection = (event: PointerEvent) => {
    // The press must not take the selection away before it is read.
    event.preventDefault()
    const selected = readSelection(page.surface)
    if (selected) setDraft(withSpans(draft, [[...selected]], text))
  }
  return (
    <fieldset className={styles.edges} aria-label="Passage">
      {EDGES.map(({ edge, by, icon, label }) => (
        <IconButton key={label} icon={icon} label={label} onClick={() => move(edge, by)} />
      ))}
      <Button size="small" look="quiet" onPointerDown={takeSelection}>
        Take what is selected
      </Button>
    </fieldset>
  )
}

function QuoteFields({ draft, setDraft }: CorrectSuggestionProps) {
  const speaker = useRef<HTMLInputElement>(null)
  useEffect(() => speaker.current?.select(), [])
  if (!isQuoteSuggestion(draft)) return null
  return (
    <>
      <PersonField
        label="Speaker"
        input={speaker}
        value={draft.speaker ?? ''}
        onChange={(name) => {
          const { speakerRole: _role, speakerKind: _kind, ...rest } = draft
          // Where the text names another speaker says nothing of this one.
          setDraft({ ...rest, speaker: name || null, speakerKey: null, speakerSpan: null, cueSpan: null })
        }}
      />
      <FieldRow label="Speech">
        {(attributes) => (
          <Select
            {...attributes}
            value={draft.kind}
            onChange={(event) => setDraft({ ...draft, kind: event.target.value as QuoteKind })}
          >
            {QUOTE_KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </Select>
        )}
      </FieldRow>
    </>
  )
}

function ClaimFields({ draft, setDraft }: CorrectSuggestionProps) {
  const wording = useRef<HTMLTextAreaElement>(null)
  useEffect(() => wording.current?.focus(), [])
  if (isQuoteSuggestion(draft)) return null
  return (
    <FieldRow label="Wording">
      {(attributes) => (
        <TextArea
          {...attributes}
          ref={wording}
          dir="auto"
          rows={2}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        />
      )}
    </FieldRow>
  )
}

/** Corrects speaker, kind and passage of a quote, or wording and passage of a claim; saving keeps it. */
export function CorrectSuggestion(props: CorrectSuggestionProps) {
  const { acceptCorrected, correct } = useReviewing()
  const { draft } = props
  const isQuote = isQuoteSuggestion(draft)
  return (
    <div className={styles.correction}>
      <FormFrame
        label="Correct the suggestion"
        save={() => acceptCorrected(draft)}
        cancel={() => correct(false)}
        canSave={isQuote || draft.text.trim() !== ''}
      >
        {isQuote ? <QuoteFields {...props} /> : <ClaimFields {...props} />}
        <PassageRow {...props} />
      </FormFrame>
    </div>
  )
}
