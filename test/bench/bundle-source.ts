import { makeStamp } from '@shared/base/clock'
import type { Json } from '@shared/base/json'
import type { BundleSource } from '@shared/bundle/source'
import type { RecordHistory } from '@shared/changes/transaction'
import { randomFrom } from '@test/support/make-notebook'

const START = Date.UTC(2025, 0, 1)
const WORDS =
  'harbour council bridge storm engineer mayor resident train report winter dredging ferry quay signal minister levy'.split(
    ' ',
  )
const idOf = (space: string, index: number) =>
  `0190${space}-${index.toString(16).padStart(8, '0').slice(0, 4)}-7${space.slice(0, 3)}-8000-${index.toString(16).padStart(12, '0')}`
const AUTHOR = idOf('0001', 1)
const stampOf = (index: number) => makeStamp(START + index, 0, AUTHOR)

const sentences = new Map<number, readonly string[]>()

/** Makes up sentences before the clock starts, where a notebook is written: making words up is no part of writing a bundle. */
function prepareSentences(): void {
  for (const words of [4, 10, 15, 60]) {
    const random = randomFrom(words)
    const word = () => WORDS[Math.floor(random() * WORDS.length)]
    const list = Array.from({ length: 5_000 }, () => Array.from({ length: words }, word).join(' '))
    sentences.set(words, list)
  }
}

function sentence(random: () => number, words: number): string {
  const list = sentences.get(words) as readonly string[]
  return list[Math.floor(random() * list.length)] as string
}

/** A notebook of any size that is never in memory: every history is made when it is asked for. */
export function makeLongNotebook(annotations: number, articles: number): BundleSource {
  prepareSentences()
  const one = (
    kind: RecordHistory['kind'],
    id: string,
    index: number,
    set: { [field: string]: Json },
  ): RecordHistory => ({
    id,
    kind,
    changes: [{ stamp: stampOf(index), set }],
  })
  const makers: Partial<Record<RecordHistory['kind'], () => Generator<RecordHistory>>> = {
    *contributor() {
      yield one('contributor', AUTHOR, 0, { name: 'Bench', publicKey: null, color: 'teal' })
    },
    *article() {
      for (let index = 0; index < articles; index += 1)
        yield one('article', idOf('aaaa', index), index, article(index))
    },
    *version() {
      for (let index = 0; index < articles; index += 1)
        yield one('version', idOf('bbbb', index), index, version(index))
    },
    *annotation() {
      for (let index = 0; index < annotations; index += 1)
        yield one('annotation', idOf('cccc', index), articles + index, annotation(index, articles))
    },
  }
  return {
    histories: (kind) => makers[kind]?.() ?? [],
    *transactionNotes() {
      for (let index = 0; index < articles + annotations; index += 1)
        yield { stamp: stampOf(index), intent: 'bench' }
    },
  }
}

function article(index: number): { [field: string]: Json } {
  return {
    title: `Report ${index}`,
    authors: ['Cleo Marsh'],
    byline: null,
    source: 'The Tidewater Ledger',
    url: `https://ledger.example/${index}`,
    doi: null,
    publishedTime: '2025-01-01',
    capturedTime: '2025-01-01T00:00:00.000Z',
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    currentVersion: idOf('bbbb', index),
    origin: null,
  }
}

function version(index: number): { [field: string]: Json } {
  const random = randomFrom(index + 1)
  return {
    articleId: idOf('aaaa', index),
    blocks: Array.from({ length: 10 }, () => ({ type: 'paragraph', text: sentence(random, 60) })),
    textHash: `bench-${index}`,
    capturedTime: '2025-01-01T00:00:00.000Z',
    reason: 'captured',
    basedOn: null,
    originalName: null,
  }
}

function annotation(index: number, articles: number): { [field: string]: Json } {
  const random = randomFrom(index + 7_000_000)
  const start = Math.floor(random() * 3_000)
  const exact = sentence(random, 10)
  const passage = {
    start,
    end: start + exact.length,
    exact,
    prefix: sentence(random, 4),
    suffix: sentence(random, 4),
  }
  return {
    articleId: idOf('aaaa', index % articles),
    target: { versionId: idOf('bbbb', index % articles), passages: [passage] },
    motivation: 'highlighting',
    color: 'amber',
    comment: index % 3 === 0 ? sentence(random, 15) : '',
    claimId: null,
  }
}
