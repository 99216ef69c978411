import type { Block } from '@shared/domain/block'
import { randomFrom } from './make-notebook'

const ONSETS = 'b c d f g h j k l m n p r s t v w br cr dr fl gr pl pr sl st tr th sh ch'.split(' ')
const VOWELS = 'a e i o u ai ea ee ou ie'.split(' ')
const CODAS = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck']
const COMMON =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were her all she there would their we him been has when who will no more if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  )
const PARAGRAPH = 90

/** Made-up words, rare ones rarer, the same for the same random numbers. */
function makeVocabulary(random: () => number, size: number): string[] {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string
  const words = [...COMMON]
  while (words.length < size) {
    const syllables = 1 + Math.floor(random() * random() * 3.5)
    words.push(Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join(''))
  }
  return words
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** An article of about so many words in pseudo-English paragraphs, with a heading every twelve or so; seeded. */
export function makeArticle(words: number, seed = 42): Block[] {
  const random = randomFrom(seed)
  const vocabulary = makeVocabulary(random, 20_000)
  const word = () => vocabulary[Math.floor(vocabulary.length ** (random() ** 0.8) - 1)] ?? 'the'
  const sentence = (length: number) => {
    const list = Array.from({ length }, word)
    return `${capital(list.join(' '))}${random() < 0.1 ? '?' : '.'}`
  }
  const blocks: Block[] = []
  for (let left = words; left > 0; ) {
    if (blocks.length % 13 === 0)
      blocks.push({ type: 'heading', level: 2, text: capital(Array.from({ length: 4 }, word).join(' ')) })
    const sentences: string[] = []
    let room = Math.min(left, Math.max(12, Math.round(PARAGRAPH * (0.4 + 1.2 * random()))))
    left -= room
    while (room > 0) {
      const length = Math.min(room, 6 + Math.floor(random() * 24))
      sentences.push(sentence(length))
      room -= length
    }
    blocks.push({ type: 'paragraph', text: sentences.join(' ') })
  }
  return blocks
}

export interface MadePassage {
  readonly start: number
  readonly end: number
}

/** Passages of a text, many overlapping, cut at words; UTF-16 offsets; seeded. */
export function makePassages(text: string, count: number, seed = 99): MadePassage[] {
  const random = randomFrom(seed)
  const passages: MadePassage[] = []
  while (passages.length < count) {
    const near = passages[Math.floor(random() * passages.length)]
    const wished =
      near && random() < 0.3 ? near.start + (random() - 0.3) * 120 : random() * (text.length - 800)
    let start = Math.max(0, Math.floor(wished))
    while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1
    const length = 10 + Math.floor(random() ** 2 * 400)
    let end = Math.min(text.length, start + length)
    while (end < text.length && !/\s/.test(text.charAt(end))) end += 1
    if (text.slice(start, end).trim() !== '') passages.push({ start, end })
  }
  return passages
}
