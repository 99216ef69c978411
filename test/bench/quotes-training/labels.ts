import type { Tokens } from '@shared/quotes/reading/tokens'
import type { GoldArticle } from './material'

/** The layers in the order of the model's columns. */
export const LAYERS = ['cue', 'source', 'content'] as const

/** Labels per layer and token: 0 outside, 1 begins, 2 goes on. */
export function labelTokens(tokens: Tokens, article: GoldArticle): Uint8Array[] {
  return LAYERS.map((layer) => {
    const labels = new Uint8Array(tokens.count)
    const spans = article.attributions.flatMap((attribution) => attribution[layer])
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])
    let covered = -1
    for (const [start, end] of spans) {
      if (end <= covered) continue
      let first = true
      for (let index = firstTokenFrom(tokens, Math.max(start, covered)); index < tokens.count; index += 1) {
        if (tokens.start[index]! >= end) break
        if (labels[index] === 0) labels[index] = first ? 1 : 2
        first = false
      }
      covered = Math.max(covered, end)
    }
    return labels
  })
}

function firstTokenFrom(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.end[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
