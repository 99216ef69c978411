import { describePassage } from '@shared/anchoring/selector'
import { createClock } from '@shared/base/clock'
import { hashText } from '@shared/base/hash-text'
import { type Id, newId } from '@shared/base/ids'
import { makeSigningKeys, type SigningKeys, signerOf } from '@shared/bundle/signature'
import { listAsSource } from '@shared/bundle/source'
import { compose, create, type Edit } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import { mergeHistories } from '@shared/changes/merge'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { AnnotationFields } from '@shared/domain/annotation'
import type { ArticleFields } from '@shared/domain/article'
import { type Block, blocksToText } from '@shared/domain/block'
import type { EntityFields } from '@shared/domain/entity'
import { memberField } from '@shared/domain/member-fields'
import { historiesOf } from '@shared/notebook/entry'
import { bundleBytes } from './bundle-bytes'

/** An article as a colleague captured it. */
export interface CapturedCopy {
  readonly articleId: Id
  readonly versionId: Id
  readonly text: string
}

/** Somebody with a notebook of their own in memory, who captures, marks and sends bundles. */
export class Colleague {
  readonly id: Id
  keys: SigningKeys | null = null
  readonly #clock
  readonly #histories = new Map<Id, RecordHistory>()
  readonly #notes: TransactionNote[] = []

  constructor(
    readonly name: string,
    id: Id = newId(),
  ) {
    this.id = id
    this.#clock = createClock(id)
    this.change(create('contributor', id, { name, publicKey: null, color: 'teal' }))
  }

  /** Makes one transaction of some wishes. */
  change(...edits: readonly Edit[]): void {
    const find = (id: Id) => {
      const known = this.#histories.get(id)
      return known && foldRecord(known)
    }
    const transaction = compose(this.#clock, 'change', edits, find)
    if (!transaction) return
    this.#take(historiesOf({ kind: 'transaction', transaction }))
    this.#notes.push({ stamp: transaction.stamp, intent: transaction.intent })
  }

  /** Merges what another one has. */
  meet(other: Colleague): void {
    for (const { changes } of other.histories()) for (const { stamp } of changes) this.#clock.observe(stamp)
    this.#take(other.histories())
  }

  histories(): RecordHistory[] {
    return [...this.#histories.values()]
  }

  /** Captures paragraphs as an article. */
  async capture(
    title: string,
    paragraphs: readonly string[],
    fields: Partial<ArticleFields> = {},
  ): Promise<CapturedCopy> {
    const [articleId, versionId] = [newId(), newId()]
    const blocks: Block[] = paragraphs.map((text) => ({ type: 'paragraph', text }))
    const text = blocksToText(blocks)
    const capturedTime = '2026-02-03T09:00:00.000Z'
    this.change(
      create('article', articleId, {
        title,
        authors: [],
        byline: null,
        source: 'The Test Herald',
        url: null,
        doi: null,
        publishedTime: null,
        capturedTime,
        lang: 'en',
        dir: 'ltr',
        excerpt: null,
        currentVersion: versionId,
        origin: null,
        ...fields,
      }),
      create('version', versionId, {
        articleId,
        blocks,
        textHash: await hashText(text),
        capturedTime,
        reason: 'captured',
        basedOn: null,
        originalName: null,
      }),
    )
    return { articleId, versionId, text }
  }

  /** Marks the first occurrence of some words. */
  mark(
    { articleId, versionId, text }: CapturedCopy,
    words: string,
    fields: Partial<AnnotationFields> = {},
    tag?: Id,
  ): Id {
    const [id, start] = [newId(), text.indexOf(words)]
    if (start < 0) throw new Error(`“${words}” is not in the text.`)
    const target = { versionId, passages: [describePassage(text, start, start + words.length)] }
    this.change(
      create('annotation', id, {
        articleId,
        target,
        motivation: 'highlighting',
        color: 'amber',
        comment: '',
        claimId: null,
        ...(tag ? { [memberField('tag', tag)]: true } : {}),
        ...fields,
      }),
    )
    return id
  }

  person(name: string, fields: Partial<EntityFields> = {}): Id {
    const id = newId()
    this.change(
      create('entity', id, {
        entityType: 'person',
        name,
        aliases: [],
        role: null,
        description: '',
        mergedInto: null,
        ...fields,
      }),
    )
    return id
  }

  tag(label: string): Id {
    const id = newId()
    this.change(create('tag', id, { label, parentId: null, color: null, mergedInto: null }))
    return id
  }

  /** A bundle of everything, signed with this one's key; a key is made on first use. */
  async send(name: string): Promise<Uint8Array> {
    this.keys ??= await makeSigningKeys()
    this.change({ record: this.id, kind: 'contributor', set: { publicKey: this.keys.publicKey } })
    return bundleBytes(listAsSource(this.histories(), this.#notes), { name, signer: signerOf(this.keys) })
  }

  #take(histories: readonly RecordHistory[]): void {
    for (const history of histories) {
      const known = this.#histories.get(history.id)
      this.#histories.set(history.id, known ? mergeHistories(known, history) : history)
    }
  }
}
