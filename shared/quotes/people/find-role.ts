import { FUNCTION_WORD, Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'
import { TokenKind } from '../reading/tokens'
import type { Mention } from './mention'

/** What the text says somebody is. */
export interface Role {
  text: string
  /** Its words in lower case. */
  words: string[]
  flags: number
}

const MAX_ROLE = 14
const ROLE_WORD = Word.role | Word.group | Word.title

/** Tokens from `first` on that form an apposition closed by a comma, a full stop or a dash; -1 if they do not. */
function appositionEnd(reading: Reading, first: number): number {
  const { tokens, sentence } = reading
  let hasRole = false
  for (let index = first; index < tokens.count && index - first <= MAX_ROLE; index += 1) {
    if (sentence[index] !== sentence[first]) return hasRole ? index - 1 : -1
    const flags = tokens.flags[index]!
    if (tokens.kind[index] === TokenKind.mark && !/^[-–'’&/]$/.test(tokens.lower[index]!))
      return hasRole ? index - 1 : -1
    if (flags & ROLE_WORD) hasRole = true
    else if (flags & Word.speech) return -1
    else if (!hasRole && flags & (Word.auxiliary | Word.relative) && !(flags & Word.determiner)) return -1
  }
  return -1
}

function roleFrom(reading: Reading, first: number, last: number): Role {
  const { tokens, text } = reading
  const words: string[] = []
  let flags = 0
  for (let index = first; index <= last; index += 1) {
    if (tokens.kind[index] !== TokenKind.word || tokens.flags[index]! & FUNCTION_WORD) continue
    words.push(tokens.lower[index]!)
    flags |= tokens.flags[index]!
  }
  return { text: text.slice(tokens.start[first]!, tokens.end[last]!), words, flags }
}

/** "of New Town" after a name belongs to it: what follows describes the person, not the place. */
function afterOrigin(reading: Reading, index: number): number {
  const { tokens, sentence } = reading
  if (!/^(?:of|from|aus)$/.test(tokens.lower[index] ?? '')) return index
  let after = index + 1
  while (after < tokens.count && sentence[after] === sentence[index] && tokens.capital[after] === 1)
    after += 1
  return after > index + 1 ? after : index
}

const isOrigin = ({ tokens }: Reading, mention: Mention) =>
  mention.first > 0 && /^(?:of|from|in|aus|at)$/.test(tokens.lower[mention.first - 1]!)

/** The role a name stands with: before it ("spokeswoman Ana Lima") or after a comma (", head of the union,"). */
export function findRole(reading: Reading, mention: Mention): Role | null {
  const { tokens } = reading
  const after = afterOrigin(reading, mention.last + 1)
  if (isOrigin(reading, mention)) return null
  if (tokens.lower[after] === ',' && tokens.block[after] === tokens.block[mention.last]) {
    const end = appositionEnd(reading, after + 1)
    if (end > after) return roleFrom(reading, after + 1, end)
  }
  if (mention.nameFirst > mention.first) {
    const role = roleFrom(reading, mention.first, mention.nameFirst - 1)
    if (role.flags & Word.role) return role
  }
  return null
}
