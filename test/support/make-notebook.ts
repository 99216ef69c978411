import { makeStamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import type { RecordHistory, StampedChange, TransactionNote } from '@shared/changes/transaction'
import type { Block } from '@shared/domain/block'
import { blocksToText } from '@shared/domain/block'
import type { Kind } from '@shared/domain/kinds'

const START = Date.UTC(2025, 4, 1, 8)
const WORDS =
  'harbour council bridge storm engineer mayor resident train report winter dredging ferry quay signal minister levy survey pier tide budget'.split(
    ' ',
  )

/** Repeatable random numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface NotebookShape {
  readonly seed?: number
  readonly articles: number
  readonly annotations: number
  readonly wordsPerArticle?: number
  /** Puts characters outside the Basic Multilingual Plane into every n-th article. */
  readonly wideEvery?: number
  readonly contributors?: number
}

export interface MadeNotebook {
  readonly histories: readonly RecordHistory[]
  readonly notes: readonly TransactionNote[]
}

/** Makes a notebook with every kind of record, the same for the same seed. */
export function makeNotebook(shape: NotebookShape): MadeNotebook {
  return new NotebookMaker(shape).make()
}

class NotebookMaker {
  readonly #shape: NotebookShape
  readonly #random: () => number
  readonly #histories: RecordHistory[] = []
  readonly #notes: TransactionNote[] = []
  readonly #authors: Id[] = []
  readonly #texts = new Map<Id, string>()
  #ids = 0
  #ticks = 0

  constructor(shape: NotebookShape) {
    this.#shape = shape
    this.#random = randomFrom(shape.seed ?? 1)
  }

  make(): MadeNotebook {
    for (let index = 0; index < (this.#shape.contributors ?? 2); index += 1) this.#contributor(index)
    const tags = ['harbour', 'money', 'safety'].map((label) =>
      this.#add('tag', { label, parentId: null, color: null, mergedInto: null }),
    )
    const entities = ['Ada Quill', 'Bram Oake', 'The Harbour Board'].map((name, index) =>
      this.#add('entity', {
        entityType: index < 2 ? 'person' : 'organisation',
        name,
        aliases: [name.split(' ')[0] as string],
        role: null,
        description: '',
        mergedInto: null,
      }),
    )
    const articles = Array.from({ length: this.#shape.articles }, (_, index) => this.#article(index))
    const annotations = Array.from({ length: this.#shape.annotations }, (_, index) =>
      this.#annotation(articles[index % articles.length] as readonly [Id, Id], tags, index),
    )
    this.#rest(articles, annotations, entities)
    return { histories: this.#histories, notes: this.#notes }
  }

  #rest(articles: readonly (readonly [Id, Id])[], annotations: readonly Id[], entities: readonly Id[]): void {
    const claims: Id[] = []
    annotations.forEach((annotation, index) => {
      if (index % 4 === 1)
        this.#quote(annotation, articles[index % articles.length]?.[0] as Id, entities, index)
      if (index % 10 === 3)
        claims.push(
          this.#add('claim', { text: this.#sentence(), status: 'unverified', certainty: null, comment: '' }),
        )
      if (index % 10 === 7 && claims.length > 0)
        this.#link(annotation, claims.at(-1) as Id, index % 20 === 7 ? 'supports' : 'contradicts')
    })
    if (claims[0]) this.#note(claims[0])
    const relation = this.#add('relation', { label: 'echoes', inverse: 'is echoed by', symmetric: false })
    if (annotations[1]) this.#link(annotations[0] as Id, annotations[1], relation)
    this.#add('savedView', { name: 'Open questions', view: 'graph', settings: { depth: 2 } })
    const article = articles[0]?.[0]
    if (article)
      this.#add('decision', {
        articleId: article,
        suggestion: 'quote:1a2b',
        outcome: 'rejected',
        resultId: null,
      })
  }

  #id(): Id {
    this.#ids += 1
    const noise = Math.floor(this.#random() * 2 ** 32)
    const time = (START + this.#ids).toString(16).padStart(12, '0')
    const low = (noise >>> 0).toString(16).padStart(8, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${low.slice(0, 3)}-8${low.slice(3, 6)}-${this.#ids.toString(16).padStart(12, '0')}`
  }

  #stamp(): string {
    this.#ticks += 1
    const author = this.#authors[this.#ticks % this.#authors.length] as Id
    return makeStamp(START + this.#ticks * 1_000, 0, author)
  }

  #contributor(index: number): void {
    const id = this.#id()
    this.#authors.push(id)
    this.#put('contributor', id, { name: `Reader ${index + 1}`, publicKey: null, color: 'teal' })
  }

  #add(kind: Kind, set: { readonly [field: string]: Json }): Id {
    const id = this.#id()
    this.#put(kind, id, set)
    return id
  }

  #put(kind: Kind, id: Id, set: { readonly [field: string]: Json }): void {
    const stamp = this.#stamp()
    this.#notes.push({ stamp, intent: `create-${kind}` })
    const changes: StampedChange[] = [{ stamp, set }]
    if (kind === 'claim') {
      const later = this.#stamp()
      this.#notes.push({ stamp: later, intent: 'edit-claim' })
      changes.push({ stamp: later, set: { comment: this.#sentence() }, was: { comment: stamp } })
    }
    this.#histories.push({ id, kind, changes })
  }

  #sentence(words = 12): string {
    const list = Array.from({ length: words }, () => WORDS[Math.floor(this.#random() * WORDS.length)])
    return `${list.join(' ')}.`
  }

  #article(index: number): readonly [Id, Id] {
    const [articleId, versionId] = [this.#id(), this.#id()]
    const isWide = this.#shape.wideEvery !== undefined && index % this.#shape.wideEvery === 0
    const paragraphs = Math.max(1, Math.round((this.#shape.wordsPerArticle ?? 120) / 40))
    const blocks: Block[] = Array.from({ length: paragraphs }, () => ({
      type: 'paragraph' as const,
      text: `${isWide ? '🌊 ' : ''}${this.#sentence(40)}`,
      marks: [{ type: 'bold' as const, start: isWide ? 3 : 0, end: 9 }],
    }))
    this.#texts.set(versionId, blocksToText(blocks))
    this.#put('article', articleId, {
      title: `Storm report ${index + 1}`,
      authors: ['Cleo Marsh'],
      byline: 'By Cleo Marsh',
      source: 'The Tidewater Ledger',
      url: `https://ledger.example/storm/${index + 1}`,
      doi: null,
      publishedTime: '2025-04-30',
      capturedTime: '2025-05-01T08:00:00.000Z',
      lang: 'en',
      dir: 'ltr',
      excerpt: null,
      currentVersion: versionId,
      origin: null,
    })
    this.#put('version', versionId, {
      articleId,
      blocks: blocks as unknown as Json,
      textHash: `made-${index}`,
      capturedTime: '2025-05-01T08:00:00.000Z',
      reason: 'captured',
      basedOn: null,
      originalName: null,
    })
    return [articleId, versionId]
  }

  #selector(versionId: Id): { start: number; end: number; exact: string; prefix: string; suffix: string } {
    const text = this.#texts.get(versionId) ?? ''
    const at = Math.floor(this.#random() * Math.max(1, text.length - 80))
    const start = text.indexOf(' ', at) + 1
    const end = Math.min(text.length, start + 20 + Math.floor(this.#random() * 40))
    return {
      start,
      end,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 16), start),
      suffix: text.slice(end, end + 16),
    }
  }

  #annotation([articleId, versionId]: readonly [Id, Id], tags: readonly Id[], index: number): Id {
    const motivations = ['highlighting', 'quoting', 'commenting', 'claiming'] as const
    return this.#add('annotation', {
      articleId,
      target: { versionId, passages: [this.#selector(versionId)] },
      motivation: motivations[index % 4] as string,
      color: 'amber',
      comment: index % 3 === 0 ? this.#sentence(8) : '',
      claimId: null,
      ...(index % 2 === 0 ? { [`tag:${tags[index % tags.length]}`]: true } : {}),
    })
  }

  #quote(annotationId: Id, articleId: Id, entities: readonly Id[], index: number): void {
    const version = this.#histories.findLast(({ id }) => id === annotationId)?.changes[0]?.set
      .target as unknown as {
      versionId: Id
    }
    this.#add('quote', {
      articleId,
      annotationId,
      quoteKind: 'direct',
      speakerId: entities[index % entities.length] ?? null,
      source: { ...this.#selector(version.versionId) },
      cue: null,
      date: null,
      place: null,
      addressee: null,
      reportedBy: [],
      confidence: null,
    })
  }

  #link(from: Id, to: Id, relation: string): void {
    this.#add('link', { from, to, relation, comment: '' })
  }

  #note(target: Id): void {
    const content = (text: string): Json => ({
      root: {
        type: 'root',
        children: [
          { type: 'heading', tag: 'h2', children: [{ type: 'text', text: 'What we know', format: 0 }] },
          {
            type: 'paragraph',
            children: [
              { type: 'text', text, format: 0 },
              { type: 'reference', target },
            ],
          },
        ],
      },
    })
    this.#add('note', { title: 'The harbour', content: content('Compare with '), private: false })
    this.#add('note', { title: 'For me only', content: content('Ask again about '), private: true })
  }
}
