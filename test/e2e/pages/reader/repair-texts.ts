import type { Block } from '@shared/domain/block'
import { makeArticle } from '@test/support/make-article'

/** Paragraphs of each fate in the newer text: five are left alone, moved, edited, doubled elsewhere, and taken out. */
const EACH = 5

interface RepairTexts {
  readonly before: readonly Block[]
  readonly after: readonly Block[]
  /** Passages of the older text, one in each paragraph that meets a fate; UTF-16 offsets in its canonical text. */
  readonly passages: readonly (readonly [start: number, end: number])[]
}

const paragraphsOf = (words: number, seed: number): string[] =>
  makeArticle(words, seed)
    .filter(({ type, text }) => type === 'paragraph' && text.split('. ').length >= 4)
    .map(({ text }) => text)

/** The second sentence of a paragraph: what is marked in it. */
function sentenceOf(paragraph: string): string {
  return `${paragraph.split('. ')[1] ?? ''}.`
}

/** One word of a sentence is another; the rest stays. */
function editSentence(sentence: string): string {
  const words = sentence.split(' ')
  words[Math.floor(words.length / 2)] = 'otherwise'
  return words.join(' ')
}

/** An older and a newer text of one article, so made that every verdict comes five times. */
export function makeRepairTexts(): RepairTexts {
  const [kept = [], moved = [], edited = [], doubled = [], removed = []] = Array.from(
    { length: 5 },
    (_, fate) => paragraphsOf(3_000, 60 + fate).slice(0, EACH),
  )
  const filling = paragraphsOf(6_000, 90)
  const fill = (from: number, count = EACH) => filling.slice(from, from + count)
  const before = [...fill(0), ...moved, ...kept, ...fill(5), ...edited, ...doubled, ...removed, ...fill(10)]
  const copies = doubled.map(sentenceOf)
  const after = [
    ...fill(0),
    ...kept,
    ...fill(5),
    ...edited.map((text) => text.replace(sentenceOf(text), editSentence(sentenceOf(text)))),
    ...fill(10),
    ...fill(15).map((text, index) => `${text} ${copies[index]} ${text.split('. ')[0]}.`),
    ...moved,
    ...fill(20).map((text, index) => `${text} ${copies[index]} ${text.split('. ')[0]}.`),
  ]
  const text = before.join('\n')
  const marked = [...kept, ...moved, ...edited, ...doubled, ...removed].map(sentenceOf)
  const passages = marked.map((sentence) => {
    const start = text.indexOf(sentence)
    return [start, start + sentence.length] as const
  })
  const blocksOf = (paragraphs: readonly string[]): Block[] =>
    paragraphs.map((paragraph) => ({ type: 'paragraph', text: paragraph }))
  return { before: blocksOf(before), after: blocksOf(after), passages }
}
