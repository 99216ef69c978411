import { assertNever } from '@shared/base/assert'
import { useLayoutEffect, useRef } from 'react'
import { type PassageTask, useReader } from '../reader-context'
import { useWindowOf } from '../use-reading-page'
import styles from './Annotate.module.css'
import { ClaimForm } from './ClaimForm'
import { CommentForm } from './CommentForm'
import { LinkForm } from './LinkForm'
import { QuoteForm } from './QuoteForm'
import { TagForm } from './TagForm'

const FIELDS = 'input, textarea, select'
const TITLES = { quote: 'Quote', claim: 'Claim', comment: 'Comment', tag: 'Tags', link: 'Link' } as const

function formOf(task: PassageTask) {
  switch (task.kind) {
    case 'quote':
      return <QuoteForm task={task} />
    case 'claim':
      return <ClaimForm task={task} />
    case 'comment':
      return <CommentForm task={task} />
    case 'tag':
      return <TagForm task={task} />
    case 'link':
      return <LinkForm task={task} />
    default:
      return assertNever(task.kind)
  }
}

/** The form that is open, under its passage; Escape leaves it. */
export function PassageForm({ task }: { task: PassageTask }) {
  const { page } = useReader()
  const popover = useRef<HTMLDivElement>(null)
  useWindowOf(page)
  const [start, end] = task.spans[0] ?? [0, 0]
  const { bottom } = page.extentOf(start, end)
  useLayoutEffect(() => {
    const form = popover.current
    const field = form?.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(FIELDS)
    field?.focus({ preventScroll: true })
    // A guessed name is there to be typed over; in longer text one goes on behind what is there.
    if (field instanceof HTMLInputElement) field.select()
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
    form?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div
      ref={popover}
      role="dialog"
      aria-label={TITLES[task.kind]}
      tabIndex={-1}
      className={styles.popover}
      style={{ top: bottom + 8 }}
    >
      <h2 className={styles.popoverTitle}>{TITLES[task.kind]}</h2>
      {formOf(task)}
    </div>
  )
}
