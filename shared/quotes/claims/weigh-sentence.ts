import type { LanguageCode } from '../languages/language'
import { type Lexicon, Word } from '../languages/lexicon'
import { type ClaimWords, claimWords } from './claim-words'

/** What makes a sentence worth checking, strongest first in the explanation. */
interface Sign {
  pattern: RegExp
  weight: number
  reason: string
}

interface Scale {
  signs: Sign[]
  opinion: RegExp
}

/** `\\w` knows only ASCII letters; the word lists mean letters of any script. */
const letters = (list: string) => list.replaceAll('\\w', '\\p{L}')
const word = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${letters(list)})(?![\\p{L}\\p{N}])`, 'iu')

function buildScale(words: ClaimWords): Scale {
  const figure = `\\d[\\d.,\\u00a0 ]*\\s?(?:%|€|(?:${letters(words.units)})(?![\\p{L}]))|[$€£¥]\\s?\\d[\\d.,]*`
  return {
    signs: [
      { pattern: new RegExp(figure, 'iu'), weight: 0.5, reason: 'a figure' },
      { pattern: word(words.comparison), weight: 0.35, reason: 'a comparison' },
      { pattern: word(words.cause), weight: 0.3, reason: 'a cause' },
      {
        pattern: new RegExp(
          `(?<!\\d)(?:1[0-9]|20)\\d\\d(?!\\d)|(?<!\\p{L})(?:${letters(words.months)})(?!\\p{L})\\.?,? \\d|\\d{1,2}\\. (?:${letters(words.months)})|\\d (?:de )?(?:${letters(words.months)})`,
          'iu',
        ),
        weight: 0.25,
        reason: 'a date',
      },
      { pattern: word(words.change), weight: 0.2, reason: 'an event or a change' },
      { pattern: word(words.superlative), weight: 0.2, reason: 'a superlative or an absolute' },
      { pattern: word(words.amounts), weight: 0.15, reason: 'an amount' },
      { pattern: /\d/u, weight: 0.1, reason: 'a number' },
    ],
    opinion: word(words.opinion),
  }
}

const scales = new Map<LanguageCode, Scale>()

function scaleOf(code: LanguageCode): Scale {
  const known = scales.get(code)
  if (known) return known
  const scale = buildScale(claimWords[code])
  scales.set(code, scale)
  return scale
}

/** How much checking a sentence deserves, 0..1, and the signs that say so. */
export interface SentenceWeight {
  score: number
  signs: string[]
}

const ATTRIBUTION_WEIGHT = 0.18

function isAttributed(words: readonly string[], lexicon: Lexicon): boolean {
  const flagsAt = (index: number) => lexicon.flags.get(words[index] ?? '') ?? 0
  return words.some((_, index) => {
    const flags = flagsAt(index)
    // "nach Angaben", "laut einer Mitteilung": the preposition reports with its noun.
    if (flags & Word.according && (flagsAt(index + 1) | flagsAt(index + 2)) & Word.speechNoun) return true
    return (flags & (Word.speech | Word.according)) !== 0 && (flags & (Word.preposition | Word.mind)) === 0
  })
}

/** "(Novak 1988; Lima 2003, 45)", "Novak (2011)": where a work is cited, the year is no date of the claim. */
const CITATION =
  /\((?:[^()\d]*(?:1[5-9]|20)\d\d[a-z]?(?:,? (?:pp?\. ?)?\d+(?:[–-]\d+)?)?[;,]?)+\s*\)|\[\d+(?:[,–-] ?\d+)*\]/gu

/** Weighs one sentence: independent signs add up as chances do; questions, wishes and judgements weigh less. */
export function weighSentence(written: string, lexicon: Lexicon): SentenceWeight {
  const sentence = written.replace(CITATION, '')
  const scale = scaleOf(lexicon.code)
  const words = sentence.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  const signs: string[] = []
  let rest = 1
  for (const sign of scale.signs) {
    if (!sign.pattern.test(sentence)) continue
    rest *= 1 - sign.weight
    if (!(sign.reason === 'a number' && signs.length > 0)) signs.push(sign.reason)
  }
  if (isAttributed(words, lexicon)) {
    rest *= 1 - ATTRIBUTION_WEIGHT
    signs.push('an attribution')
  }
  return { score: (1 - rest) * dampen(sentence, words, scale, lexicon), signs }
}

function dampen(sentence: string, words: readonly string[], scale: Scale, lexicon: Lexicon): number {
  let factor = 1
  if (/\?["”»“’)]*$/u.test(sentence)) factor *= 0.35
  if (words.length < 5) factor *= 0.4
  if (scale.opinion.test(sentence)) factor *= 0.75
  if (words.some((form) => (lexicon.flags.get(form) ?? 0) & Word.speaking && form.length < 4)) factor *= 0.85
  // Nothing asserted without something like a verb phrase: headings and bylines.
  if (!/[.!…]["”»“’)]*$/u.test(sentence)) factor *= 0.6
  return factor
}
