import type { Selector } from '@shared/anchoring/selector'
import { type Id, newId } from '@shared/base/ids'
import { create, type Edit, edit } from '@shared/changes/compose'
import { type Annotation, type Hue, passageText } from '@shared/domain/annotation'
import type { EntityType } from '@shared/domain/entity'
import { hueOf } from '@shared/domain/hue-of'
import type { Quote, QuoteFields, QuoteKind } from '@shared/domain/quote'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { type Created, planAnnotation, type SelectedPassage } from './create-annotation'
import { nameEntity } from './new-entity'
import type { WorkflowContext } from './workflow-context'

/** What the quote form holds: names as typed, empty where nothing is known. */
export interface QuoteWish {
  readonly speaker: string
  /** Given to the speaker when this makes a new one. */
  readonly role?: string | null
  readonly speakerType?: EntityType
  readonly quoteKind: QuoteKind
  readonly date: string
  readonly place: string
  /** Who passed it on, nearest to the article first. */
  readonly reportedBy: readonly string[]
  /** Where the text names the speaker, and the words that report, when they were found. */
  readonly source?: Selector | null
  readonly cue?: Selector | null
}

const OPENS = /^\s*["“„«‹「『]/u
const CLOSES = /["”“»›」』]\s*$/u
const HOLDS = /["“„«「『]/u

/** Words between quotation marks are taken as direct speech; others as told in the writer's words. */
export function guessQuoteKind(words: string): QuoteKind {
  if (OPENS.test(words) && CLOSES.test(words)) return 'direct'
  return HOLDS.test(words) ? 'mixed' : 'indirect'
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

interface Plan {
  readonly edits: readonly Edit[]
  readonly fields: Pick<QuoteFields, 'quoteKind' | 'speakerId' | 'date' | 'place' | 'reportedBy'>
  readonly color: Hue
}

function plan(view: NotebookView, wish: QuoteWish): Plan {
  const speaker = nameEntity(view, wish.speaker, wish.role ?? null, wish.speakerType)
  const reporters = wish.reportedBy.map((name) => nameEntity(view, name))
  return {
    edits: [...speaker.edits, ...reporters.flatMap(({ edits }) => edits)],
    fields: {
      quoteKind: wish.quoteKind,
      speakerId: speaker.id,
      date: orNull(wish.date),
      place: orNull(wish.place),
      reportedBy: reporters.map(({ id }) => id).filter((id) => id !== null),
    },
    color: speaker.id ? hueOf(speaker.id) : 'sky',
  }
}

function newQuote(id: Id, articleId: Id, annotationId: Id, fields: Plan['fields'], wish: QuoteWish): Edit {
  const { source = null, cue = null } = wish
  const rest = { source, cue, addressee: null, confidence: null }
  return create('quote', id, { articleId, annotationId, ...rest, ...fields })
}

/** Keeps a passage as a quote of its speaker, who is made on the fly when new; gives the annotation's id. */
export function createQuote(
  { notebook }: WorkflowContext,
  passage: SelectedPassage,
  wish: QuoteWish,
): Created {
  const { edits, fields, color } = plan(notebook.view, wish)
  const id = newId()
  const annotation = planAnnotation(id, passage, { motivation: 'quoting', color })
  const quote = newQuote(newId(), passage.articleId, id, fields, wish)
  return { id, saved: notebook.commit('create-quote', [...edits, annotation, quote]) }
}

/** Makes a quote of a passage that is marked already. */
export function quoteAnnotation(
  { notebook }: WorkflowContext,
  annotation: Annotation,
  wish: QuoteWish,
): Created {
  const { edits, fields, color } = plan(notebook.view, wish)
  const quote = newQuote(newId(), annotation.fields.articleId, annotation.id, fields, wish)
  const marked = edit('annotation', annotation.id, { motivation: 'quoting', color })
  return { id: annotation.id, saved: notebook.commit('create-quote', [...edits, marked, quote]) }
}

/** Changes a quote by its form; a new speaker changes the passage's hue. */
export function editQuote({ notebook }: WorkflowContext, quote: Quote, wish: QuoteWish): Created {
  const { edits, fields, color } = plan(notebook.view, wish)
  const isOtherSpeaker = fields.speakerId !== quote.fields.speakerId
  const recolour = isOtherSpeaker ? [edit('annotation', quote.fields.annotationId, { color })] : []
  const changed = edit('quote', quote.id, fields)
  return { id: quote.id, saved: notebook.commit('edit-quote', [...edits, changed, ...recolour]) }
}

/** The kind of speech that an annotation's own words suggest. */
export function guessKindOf(annotation: Annotation): QuoteKind {
  return guessQuoteKind(passageText(annotation))
}
