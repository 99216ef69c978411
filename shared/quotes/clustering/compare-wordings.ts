import { readWording } from './shingles'

/** A stretch of words shared by two wordings, or only in one of them. */
export interface WordingPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Longest common subsequence lengths, from the end; quotes are short enough for the full table. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
    }
  }
  return table
}

/** Words beyond this are compared as one altered stretch, so that a pasted book cannot stall the view. */
const LONGEST = 2000

const wordsIn = (text: string) => text.match(/\S+/g) ?? []
const normal = (word: string) => readWording(word).words.join(' ')

/** The difference of two wordings, word by word, case and punctuation ignored; `a` is the older. */
export function compareWordings(a: string, b: string): WordingPart[] {
  const older = wordsIn(a).slice(0, LONGEST)
  const newer = wordsIn(b).slice(0, LONGEST)
  const left = older.map(normal)
  const right = newer.map(normal)
  const table = commonLengths(left, right)
  const width = right.length + 1
  const parts: WordingPart[] = []
  const add = (kind: WordingPart['kind'], word: string) => {
    const last = parts[parts.length - 1]
    if (last?.kind === kind) last.text += ` ${word}`
    else parts.push({ kind, text: word })
  }
  let i = 0
  let j = 0
  while (i < older.length || j < newer.length) {
    if (i < older.length && j < newer.length && left[i] === right[j]) {
      add('same', newer[j]!)
      i += 1
      j += 1
    } else if (
      i < older.length &&
      (j >= newer.length || table[(i + 1) * width + j]! >= table[i * width + j + 1]!)
    ) {
      add('removed', older[i]!)
      i += 1
    } else {
      add('added', newer[j]!)
      j += 1
    }
  }
  return parts
}
