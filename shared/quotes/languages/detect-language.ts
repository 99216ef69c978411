import type { LanguageCode } from './language'
import { languageCodes, lexiconOf } from './lexicon'

/** Characters read for the guess: enough for a reliable count, little enough to cost nothing. */
const SAMPLE = 4000

/** Of the languages known here, one alone is written in Cyrillic. */
const isCyrillic = (sample: string) =>
  (sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > (sample.match(/\p{L}/gu)?.length ?? 0)

/** The language whose commonest words fill most of the text; English when nothing tells. */
export function detectLanguage(text: string): LanguageCode {
  const sample = text.slice(0, SAMPLE).toLowerCase()
  if (isCyrillic(sample)) return 'ru'
  const words = sample.match(/\p{L}+/gu) ?? []
  let best: LanguageCode = 'en'
  let bestCount = 0
  for (const code of languageCodes) {
    const { telling } = lexiconOf(code)
    let count = 0
    for (const word of words) if (telling.has(word)) count += 1
    if (count > bestCount) {
      best = code
      bestCount = count
    }
  }
  return best
}

/** The known language of a BCP 47 tag ("de-AT" is German), or null. */
export function languageOfTag(tag: string | undefined): LanguageCode | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0]
  return languageCodes.find((code) => code === primary) ?? null
}
