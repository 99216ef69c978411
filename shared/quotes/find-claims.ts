import { splitSentences } from './claims/split-sentences'
import { weighSentence } from './claims/weigh-sentence'
import type { Span } from './found-quote'
import { detectLanguage, languageOfTag } from './languages/detect-language'
import { lexiconOf } from './languages/lexicon'

/** A sentence worth checking; the span is in UTF-16 code units. */
export interface FoundClaim {
  span: Span
  text: string
  /** 0..1; more signs of a checkable fact, more score. */
  score: number
  /** One plain sentence naming the signs. */
  reason: string
}

/** Below this a sentence is not worth a look. */
const LOWEST = 0.2

const listed = (signs: readonly string[]) =>
  signs.length < 2 ? (signs[0] ?? '') : `${signs.slice(0, -1).join(', ')} and ${signs[signs.length - 1]}`

/**
 * Finds the sentences of a text that assert something checkable (figures, dates, comparisons, causes,
 * attributions), the most worth checking first. `lang` is a BCP 47 tag; without one the language is guessed.
 */
export function findClaims(text: string, options: { lang?: string } = {}): FoundClaim[] {
  const lexicon = lexiconOf(languageOfTag(options.lang) ?? detectLanguage(text))
  const claims: FoundClaim[] = []
  for (const span of splitSentences(text, lexicon)) {
    const sentence = text.slice(...span)
    const { score, signs } = weighSentence(sentence, lexicon)
    if (score < LOWEST) continue
    const rounded = Math.round(score * 1000) / 1000
    claims.push({ span, text: sentence, score: rounded, reason: `States ${listed(signs)}.` })
  }
  return claims.sort((a, b) => b.score - a.score || a.span[0] - b.span[0])
}
