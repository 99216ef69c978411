import { describePassage } from '@shared/anchoring/selector'
import { type Clock, createClock } from '@shared/base/clock'
import { hashText } from '@shared/base/hash-text'
import { type Id, newId } from '@shared/base/ids'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import { blocksToText } from '@shared/domain/block'
import { hueOf } from '@shared/domain/hue-of'
import type { FieldsOf, Kind } from '@shared/domain/kinds'
import type { ArticleDraft } from '@shared/intake/article-draft'
import type { FoundQuote } from '@shared/quotes/found-quote'
import { quoteFieldsOf, speakerFieldsOf } from '@shared/quotes/quote-records'
import { sureAmong } from '@shared/quotes/waiting-suggestions'

/** A notebook in the making: every record is one change, every article one transaction. */
export class NewNotebook {
  readonly histories: RecordHistory[] = []
  readonly notes: TransactionNote[] = []
  readonly #clock: Clock
  readonly #speakers = new Map<string, Id>()

  constructor(contributor: string, now: () => number = Date.now) {
    this.#clock = createClock(newId(), now)
    const stamp = this.#begin('name-contributor')
    this.#add(
      'contributor',
      { name: contributor, publicKey: null, color: 'teal' },
      stamp,
      this.#clock.contributor,
    )
  }

  /** Whether no article was taken in. */
  get isEmpty(): boolean {
    return this.histories.every(({ kind }) => kind !== 'article')
  }

  /** Takes an article in; gives the number of quotes that were suggested. */
  async addArticle(draft: ArticleDraft, suggest: boolean): Promise<number> {
    const stamp = this.#begin('capture-article')
    const [articleId, versionId] = [newId(), newId()]
    const text = blocksToText(draft.blocks)
    const capturedTime = new Date().toISOString()
    const { blocks, originalName, ...metadata } = draft
    this.#add(
      'article',
      { ...metadata, capturedTime, currentVersion: versionId, origin: null },
      stamp,
      articleId,
    )
    const version = {
      articleId,
      blocks,
      textHash: await hashText(text),
      capturedTime,
      reason: 'captured',
      basedOn: null,
      originalName,
    } as const
    this.#add('version', version, stamp, versionId)
    if (!suggest) return 0
    const { findQuotes } = await import('@shared/quotes/find-quotes')
    const quotes = sureAmong(findQuotes(text, draft.lang ? { lang: draft.lang } : {}))
    const suggested = quotes.length > 0 ? this.#begin('suggest-quotes') : stamp
    for (const quote of quotes) this.#addQuote(quote, { articleId, versionId, text }, suggested)
    return quotes.length
  }

  #addQuote(
    quote: FoundQuote,
    { articleId, versionId, text }: { articleId: Id; versionId: Id; text: string },
    stamp: string,
  ): void {
    const speakerId = this.#speaker(quote, stamp)
    const annotationId = this.#add(
      'annotation',
      {
        articleId,
        target: { versionId, passages: quote.spans.map(([start, end]) => describePassage(text, start, end)) },
        motivation: 'quoting',
        color: speakerId ? hueOf(speakerId) : 'sky',
        comment: '',
        claimId: null,
      },
      stamp,
    )
    this.#add('quote', quoteFieldsOf(quote, text, { articleId, annotationId, speakerId }), stamp)
  }

  #speaker(quote: FoundQuote, stamp: string): Id | null {
    if (!quote.speaker) return null
    const known = this.#speakers.get(quote.speaker)
    if (known) return known
    const id = this.#add('entity', speakerFieldsOf(quote.speaker, quote), stamp)
    this.#speakers.set(quote.speaker, id)
    return id
  }

  #begin(intent: string): string {
    const stamp = this.#clock.tick()
    this.notes.push({ stamp, intent })
    return stamp
  }

  #add<K extends Kind>(kind: K, set: FieldsOf<K>, stamp: string, id: Id = newId()): Id {
    this.histories.push({ id, kind, changes: [{ stamp, set: set as never }] })
    return id
  }
}
