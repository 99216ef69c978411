import { makeStamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import type { RecordHistory } from '@shared/changes/transaction'
import { randomFrom } from '@test/support/make-notebook'

const WORDS =
  'harbour council bridge storm engineer mayor resident train report winter ferry quay signal minister levy pier tide'.split(
    ' ',
  )
const START = Date.UTC(2026, 0, 1)

const idOf = (prefix: string, number: number): Id =>
  `${prefix}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** Annotations of about 600 bytes, as another notebook would hand them over. */
export function makeAnnotations(count: number, seed = 5): RecordHistory[] {
  const random = randomFrom(seed)
  const words = (length: number) =>
    Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
  const author = idOf('0a000000', 1)
  return Array.from({ length: count }, (_, number) => {
    const article = Math.floor(random() * (count / 50))
    const exact = words(8 + Math.floor(random() * 12))
    const start = Math.floor(random() * 700_000)
    const set: { readonly [field: string]: Json } = {
      articleId: idOf('0b000000', article),
      claimId: null,
      color: 'amber',
      comment: words(12),
      motivation: 'highlighting',
      [`tag:${idOf('0c000000', Math.floor(random() * 40))}`]: true,
      target: {
        versionId: idOf('0d000000', article),
        passages: [{ start, end: start + exact.length, exact, prefix: words(5), suffix: words(5) }],
      },
    }
    const stamp = makeStamp(START + number, 0, author)
    return { id: idOf('0e000000', number), kind: 'annotation', changes: [{ stamp, set }] }
  })
}

/** The same annotations as a table with indexes would keep them. */
export function asRows(histories: readonly RecordHistory[]) {
  return histories.map(({ id, changes }) => {
    const { stamp, set } = changes[0]!
    const tags = Object.keys(set).filter((field) => field.startsWith('tag:'))
    return { id, created: stamp, kind: 'annotation', articleId: set.articleId, tags, fields: set }
  })
}
