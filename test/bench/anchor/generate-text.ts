import { below, pick, type Random } from './random'

/** A word with what follows it (a blank, a comma, a full stop, a paragraph end). */
export interface Word {
  readonly text: string
  readonly after: string
}

export type Paragraph = readonly Word[]

const onsets = [
  'b',
  'br',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ä', 'é']
const codas = ['', '', 'n', 'r', 's', 't', 'l', 'nd', 'rk', 'm']

/** Invents words; the n-th is used with a frequency of about 1 / n (Zipf), as in real texts. */
export function makeWordSource(random: Random, size = 12_000): () => string {
  const words = Array.from({ length: size }, (_, rank) =>
    inventWord(random, rank < 60 ? 1 : 1 + below(random, 3)),
  )
  return () => words[Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size + 1))) - 1)] as string
}

function inventWord(random: Random, syllables: number): string {
  let word = ''
  for (let k = 0; k < syllables; k += 1)
    word += pick(random, onsets) + pick(random, vowels) + pick(random, codas)
  return word
}

function makeParagraph(random: Random, nextWord: () => string, phrases: readonly string[][]): Word[] {
  const words: Word[] = []
  for (let sentence = 1 + below(random, 6); sentence > 0; sentence -= 1) {
    const length = 6 + below(random, 20)
    const from = words.length
    while (words.length - from < length) {
      const phrase = random() < 0.04 ? pick(random, phrases) : [nextWord()]
      for (const text of phrase) words.push({ text, after: random() < 0.07 ? ', ' : ' ' })
    }
    words.push({ text: nextWord(), after: '. ' })
  }
  return words
}

/**
 * Makes an article of about `size` words. One paragraph in twenty is boilerplate that comes again and again, and a
 * stock of phrases recurs all over, so that many passages have look-alikes.
 */
export function makeText(random: Random, size: number): Paragraph[] {
  const nextWord = makeWordSource(random)
  const phrases = Array.from({ length: 150 }, () => Array.from({ length: 2 + below(random, 4) }, nextWord))
  const boilerplate = Array.from({ length: 12 }, () => makeParagraph(random, nextWord, phrases))
  const paragraphs: Paragraph[] = []
  for (let words = 0; words < size; ) {
    const paragraph = random() < 0.05 ? pick(random, boilerplate) : makeParagraph(random, nextWord, phrases)
    paragraphs.push(paragraph)
    words += paragraph.length
  }
  return paragraphs
}
