import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Select, TextInput } from '@renderer/ui/Field'
import { FieldRow } from '@renderer/ui/FieldRow'
import {
  createQuote,
  editQuote,
  guessQuoteKind,
  type QuoteWish,
  quoteAnnotation,
} from '@renderer/workflows/create-quote'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Annotation } from '@shared/domain/annotation'
import { QUOTE_KINDS, type Quote, type QuoteKind } from '@shared/domain/quote'
import { findEntity } from '@shared/notebook/find-entity'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { type PassageTask, useReader } from '../reader-context'
import { FormFrame } from './FormFrame'
import { PersonField } from './PersonField'
import { useForm } from './use-form'
import { useFoundQuote } from './use-found-quote'

interface QuoteTyped extends Omit<QuoteWish, 'reportedBy'> {
  readonly reporter: string
}

function wishOf({ reporter, ...rest }: QuoteTyped, quote: Quote | undefined, view: NotebookView): QuoteWish {
  const others = quote?.fields.reportedBy.slice(1) ?? []
  const names = others.flatMap((id) => findEntity(view, id)?.fields.name ?? [])
  return { ...rest, reportedBy: [reporter, ...names].filter((name) => name.trim() !== '') }
}

function nameOf(view: NotebookView, id: string | null | undefined): string {
  return id ? (findEntity(view, id)?.fields.name ?? '') : ''
}

function startOf(view: NotebookView, quote: Quote | undefined, guess: QuoteKind, date: string): QuoteTyped {
  return {
    speaker: nameOf(view, quote?.fields.speakerId),
    quoteKind: quote?.fields.quoteKind ?? guess,
    date: quote ? (quote.fields.date ?? '') : date,
    place: quote?.fields.place ?? '',
    reporter: nameOf(view, quote?.fields.reportedBy[0]),
  }
}

/** Who said it, how, when, where, and who passed it on: one line each. */
export function QuoteForm({ task }: { task: PassageTask }) {
  const { view } = useReadableNotebook()
  const { article, page } = useReader()
  const speaker = useRef<HTMLInputElement>(null)
  const [start, end] = task.spans[0] ?? [0, 0]
  const quoteOf = (annotation: Annotation | undefined) =>
    annotation && view.by('quotesByAnnotation', annotation.id)[0]
  // Quotation marks often stand just outside of what was selected.
  const guess = guessQuoteKind(page.surface.text.slice(Math.max(0, start - 1), end + 1))
  const { fields, set, passage, annotation, finish, cancel } = useForm<QuoteTyped>(task, (existing) =>
    startOf(view, quoteOf(existing), guess, article.fields.publishedTime?.slice(0, 10) ?? ''),
  )
  const isUntouched = task.typed === null && fields.speaker === '' && !quoteOf(annotation)
  useFoundQuote(isUntouched, page.surface.text, article.fields.lang, [start, end], (hint) => {
    if (!isUntouched) return
    const { quoteKind, ...who } = hint
    // Filled in and selected before the next key can come: typing replaces what was only guessed.
    flushSync(() => set(fields.quoteKind === guess ? hint : who))
    if (document.activeElement === speaker.current) speaker.current?.select()
  })
  const create = useWorkflow(createQuote)
  const attach = useWorkflow(quoteAnnotation)
  const change = useWorkflow(editQuote)
  const save = () => {
    const quote = quoteOf(annotation)
    const wish = wishOf(fields, quote, view)
    const made = quote ? change(quote, wish) : annotation ? attach(annotation, wish) : create(passage, wish)
    finish(made, 'Quote saved')
  }
  return (
    <FormFrame label="Quote" save={save} cancel={cancel}>
      <PersonField
        label="Speaker"
        input={speaker}
        value={fields.speaker}
        onChange={(name) =>
          set({ speaker: name, role: null, speakerType: 'person', source: null, cue: null })
        }
      />
      <FieldRow label="Speech">
        {(attributes) => (
          <Select
            {...attributes}
            value={fields.quoteKind}
            onChange={(event) => set({ quoteKind: event.target.value as QuoteKind })}
          >
            {QUOTE_KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </Select>
        )}
      </FieldRow>
      <FieldRow label="Date">
        {(attributes) => (
          <TextInput
            {...attributes}
            value={fields.date}
            placeholder="2026-11-24, or 2026-11"
            onChange={(event) => set({ date: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow label="Place">
        {(attributes) => (
          <TextInput
            {...attributes}
            value={fields.place}
            onChange={(event) => set({ place: event.target.value })}
          />
        )}
      </FieldRow>
      <PersonField label="Reported by" value={fields.reporter} onChange={(reporter) => set({ reporter })} />
    </FormFrame>
  )
}
