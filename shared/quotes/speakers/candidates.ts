import { FUNCTION_WORD, Word } from '../languages/lexicon'
import type { Mention } from '../people/mention'
import type { People } from '../people/people'
import type { Reading } from '../reading/read-article'
import { TokenKind } from '../reading/tokens'
import { type Chances, chanceOf } from '../tagging/second-pass'

/** Above this chance a token counts as part of a source even where no mention was found. */
const SOURCE_CHANCE = 0.2

const PERSON_NOUN = Word.role | Word.group | Word.organisation

/** Everybody the article could quote, in text order: its mentions, and what the tagger takes for a source. */
export function gatherCandidates(reading: Reading, people: People, chances: Chances): Mention[] {
  const candidates: Mention[] = []
  let token = 0
  for (const [order, mention] of people.mentions.entries()) {
    if (mention.first < token) continue
    addSourceRuns(reading, chances, token, mention.first, candidates)
    const extended = unlessNamed(mention, extendPossessive(reading, mention), people.mentions[order + 1])
    candidates.push(extended)
    token = extended.last + 1
  }
  addSourceRuns(reading, chances, token, reading.tokens.count, candidates)
  return candidates
}

/** "Novak's lawyers" is one candidate, and Novak is not it. */
function extendPossessive(reading: Reading, mention: Mention): Mention {
  const { tokens, quoteOf } = reading
  const clitic = mention.last + 1
  if (!/^'s?$/.test(tokens.lower[clitic] ?? '') || tokens.start[clitic] !== tokens.end[mention.last])
    return mention
  let head = -1
  for (let index = clitic + 1; index < Math.min(tokens.count, clitic + 5); index += 1) {
    if (tokens.kind[index] !== TokenKind.word || tokens.block[index] !== tokens.block[clitic]) break
    if (quoteOf[index] !== quoteOf[clitic]) break
    const flags = tokens.flags[index]!
    if (!(flags & PERSON_NOUN) && flags & (FUNCTION_WORD | Word.speech | Word.mind)) break
    head = index
    if (flags & PERSON_NOUN && !((tokens.flags[index + 1] ?? 0) & PERSON_NOUN)) break
  }
  if (head < 0) return mention
  return {
    kind: 'nominal',
    first: mention.first,
    last: head,
    nameFirst: mention.first,
    head,
    flags: tokens.flags[head]! & PERSON_NOUN,
  }
}

/** "Novak's lawyer Ana Lima": the role belongs to the name that follows, which is a candidate of its own. */
function unlessNamed(mention: Mention, extended: Mention, next: Mention | undefined): Mention {
  const named = next?.kind === 'name' && next.first <= extended.last && next.nameFirst > extended.last
  return named ? mention : extended
}

/** An article or preposition left over beside a name is nobody. */
function onlyGrammar({ tokens }: Reading, first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) {
    if (!(tokens.flags[index]! & (Word.determiner | Word.preposition | Word.conjunction | Word.auxiliary)))
      return false
  }
  return true
}

function addSourceRuns(reading: Reading, chances: Chances, from: number, to: number, into: Mention[]): void {
  let first = -1
  for (let index = from; index <= to; index += 1) {
    const belongs =
      index < to &&
      reading.tokens.kind[index] !== TokenKind.mark &&
      chanceOf(chances, 1, index) > SOURCE_CHANCE &&
      (first < 0 || reading.sentence[index] === reading.sentence[first])
    if (belongs && first < 0) first = index
    if (!belongs && first >= 0) {
      if (onlyGrammar(reading, first, index - 1)) {
        first = -1
        continue
      }
      into.push({ kind: 'nominal', first, last: index - 1, nameFirst: first, head: index - 1, flags: 0 })
      first = -1
    }
  }
}
