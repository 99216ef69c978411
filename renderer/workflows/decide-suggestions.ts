import { type Id, newId } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { create, type Edit, edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { DecisionFields } from '@shared/domain/decision'
import type { Entity } from '@shared/domain/entity'
import { hueOf } from '@shared/domain/hue-of'
import { findEntityNamed } from '@shared/notebook/find-entity'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { quoteFieldsOf, speakerFieldsOf } from '@shared/quotes/quote-records'
import type { ClaimSuggestion, QuoteSuggestion } from '@shared/quotes/suggestions'
import { planAnnotation, type SelectedPassage } from './create-annotation'
import type { WorkflowContext } from './workflow-context'

/** The article version that suggestions were made for. */
export type SuggestedIn = Omit<SelectedPassage, 'spans'>

type Saved = Promise<Result<Transaction | null>>

function decide(
  article: SuggestedIn,
  suggestion: string,
  outcome: DecisionFields['outcome'],
  resultId: Id | null,
): Edit {
  return create('decision', newId(), { articleId: article.articleId, suggestion, outcome, resultId })
}

/** Gives speakers their entity; several quotes of one new speaker in one step share the entity made for the first. */
class Speakers {
  readonly edits: Edit[] = []
  readonly #made = new Map<string, Id>()

  constructor(readonly view: NotebookView) {}

  idOf(quote: QuoteSuggestion): Id | null {
    const { speaker, speakerKey, speakerRole } = quote
    if (!speaker) return null
    const known = findEntityNamed(this.view, speaker)
    if (known) return this.#remember(known, speakerRole)
    const key = speakerKey ?? speaker
    const made = this.#made.get(key)
    if (made) return made
    const id = newId()
    this.#made.set(key, id)
    this.edits.push(create('entity', id, speakerFieldsOf(speaker, quote)))
    return id
  }

  #remember(known: Entity, role: string | undefined): Id {
    if (role && !known.fields.role) this.edits.push(edit('entity', known.id, { role }))
    return known.id
  }
}

function planQuote(
  article: SuggestedIn,
  quote: QuoteSuggestion,
  speakerId: Id | null,
  outcome: 'accepted' | 'corrected',
): Edit[] {
  const [annotationId, quoteId] = [newId(), newId()]
  return [
    planAnnotation(
      annotationId,
      { ...article, spans: quote.spans },
      { motivation: 'quoting', color: speakerId ? hueOf(speakerId) : 'sky' },
    ),
    create(
      'quote',
      quoteId,
      quoteFieldsOf(quote, article.text, { articleId: article.articleId, annotationId, speakerId }),
    ),
    decide(article, quote.key, outcome, quoteId),
  ]
}

/** Keeps suggested quotes as quotes, in one undoable step; what was changed by hand before counts as corrected. */
export function acceptQuotes(
  { notebook }: WorkflowContext,
  article: SuggestedIn,
  quotes: readonly QuoteSuggestion[],
  outcome: 'accepted' | 'corrected' = 'accepted',
): Saved {
  const speakers = new Speakers(notebook.view)
  const edits = quotes.flatMap((quote) => planQuote(article, quote, speakers.idOf(quote), outcome))
  return notebook.commit(quotes.length === 1 ? 'accept-suggestion' : 'accept-suggestions', [
    ...speakers.edits,
    ...edits,
  ])
}

/** Keeps a sentence worth checking as a claim; what was changed by hand before counts as corrected. */
export function acceptClaim(
  { notebook }: WorkflowContext,
  article: SuggestedIn,
  claim: ClaimSuggestion,
  outcome: 'accepted' | 'corrected' = 'accepted',
): Saved {
  const [claimId, annotationId] = [newId(), newId()]
  return notebook.commit('accept-suggestion', [
    create('claim', claimId, { text: claim.text, status: 'unverified', certainty: null, comment: '' }),
    planAnnotation(
      annotationId,
      { ...article, spans: [claim.span] },
      { motivation: 'claiming', color: 'indigo', claimId },
    ),
    decide(article, claim.key, outcome, claimId),
  ])
}

/** Turns suggestions down, in one undoable step; they are never made again. */
export function rejectSuggestions(
  { notebook }: WorkflowContext,
  article: SuggestedIn,
  keys: readonly string[],
): Saved {
  return notebook.commit(
    keys.length === 1 ? 'reject-suggestion' : 'reject-suggestions',
    keys.map((key) => decide(article, key, 'rejected', null)),
  )
}
