import { isSign, type TokenText, type Vocabulary } from './tokens'

const signShare = 0.3

/** How telling each word of the vocabulary is, in bits: rare words say more about a place than common ones or signs. */
export function weighTokens(vocabulary: Vocabulary, texts: readonly TokenText[]): Float32Array {
  const counts = new Float32Array(vocabulary.words.length)
  let total = 0
  for (const { ids, count } of texts) {
    total += count
    for (let at = 0; at < count; at += 1)
      counts[ids[at] as number] = (counts[ids[at] as number] as number) + 1
  }
  // Below a few thousand words frequencies say little, so short texts are weighed as if they were longer.
  const size = Math.max(total, 4000)
  return counts.map((count, id) => {
    const bits = Math.log2(1 + size / Math.max(1, count))
    return isSign(vocabulary.words[id] as string) ? bits * signShare : bits
  })
}

/** How often each word stands in a stretch of tokens, `to` exclusive. */
export function countWords(
  ids: Int32Array,
  { from, to }: { readonly from: number; readonly to: number },
): Map<number, number> {
  const counts = new Map<number, number>()
  for (let at = from; at < to; at += 1)
    counts.set(ids[at] as number, (counts.get(ids[at] as number) ?? 0) + 1)
  return counts
}
