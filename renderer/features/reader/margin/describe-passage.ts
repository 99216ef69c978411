import type { Annotation, Hue } from '@shared/domain/annotation'
import type { Claim } from '@shared/domain/claim'
import type { Entity } from '@shared/domain/entity'
import type { Quote } from '@shared/domain/quote'
import { findEntity } from '@shared/notebook/find-entity'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { kindOf, PASSAGE_KINDS } from '../shown-passages'

/** What hangs on one passage, gathered for its card. */
export interface PassageMatter {
  readonly quote: Quote | undefined
  readonly speaker: Entity | undefined
  readonly claim: Claim | undefined
  readonly hue: Hue
  /** The card's title: the speaker of a quote, the wording of a claim, or the kind of passage. */
  readonly title: string
}

/** Gathers what a card shows of an annotation. */
export function gatherMatter(view: NotebookView, annotation: Annotation): PassageMatter {
  const quote = view.by('quotesByAnnotation', annotation.id)[0]
  const speaker = quote?.fields.speakerId ? findEntity(view, quote.fields.speakerId) : undefined
  const { claimId, color } = annotation.fields
  const claim = claimId ? view.find('claim', claimId) : undefined
  const kind = kindOf(annotation)
  const title =
    kind === 'quote'
      ? (speaker?.fields.name ?? 'Speaker not named')
      : kind === 'claim'
        ? (claim?.fields.text ?? 'Claim')
        : PASSAGE_KINDS[kind]
  return { quote, speaker, claim, hue: color, title }
}
