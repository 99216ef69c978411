import { FUNCTION_WORD, PRONOUN, Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'
import { TokenKind } from '../reading/tokens'
import type { Mention } from './mention'

/** Modifiers that a nominal mention may hold before its head. */
const MAX_NOMINAL = 5
/** Tokens of the longest name; a longer run of capitals is a headline or a list. */
const MAX_NAME = 12
const PERSON_NOUN = Word.role | Word.group | Word.organisation

/** Finds names, pronouns and nominal mentions ("the Russian leader", "critics") in one pass over the tokens. */
export function findMentions(reading: Reading): Mention[] {
  const finder = new MentionFinder(reading)
  const mentions: Mention[] = []
  let index = 0
  while (index < reading.tokens.count) {
    const mention = finder.at(index)
    if (mention) mentions.push(mention)
    index = mention ? mention.last + 1 : index + 1
  }
  return mentions
}

class MentionFinder {
  private readonly lowered = new Set<string>()
  private readonly german: boolean
  constructor(private readonly reading: Reading) {
    const { tokens } = reading
    this.german = reading.lexicon.code === 'de'
    for (let index = 0; index < tokens.count; index += 1) {
      if (tokens.capital[index] === 0) this.lowered.add(tokens.lower[index]!)
    }
  }

  at(index: number): Mention | null {
    const { tokens } = this.reading
    if (tokens.kind[index] !== TokenKind.word) return null
    const flags = tokens.flags[index]!
    const name = this.nameAt(index)
    if (name) return name
    if (
      flags & (PRONOUN | Word.speaking) &&
      !(flags & Word.possessive && this.followedByNoun(index) && !this.namesSpeech(index))
    ) {
      return { kind: 'pronoun', first: index, last: index, nameFirst: index, head: index, flags }
    }
    return this.nominalAt(index)
  }

  /** "по его словам": whose words they are, he says them. Languages with a model learn this by themselves. */
  private namesSpeech(index: number): boolean {
    const { tokens, lexicon } = this.reading
    if (lexicon.code === 'en' || lexicon.code === 'de') return false
    return (tokens.flags[index + 1]! & (Word.speechNoun | Word.according)) !== 0
  }

  private followedByNoun(index: number): boolean {
    const { tokens } = this.reading
    const next = index + 1
    if (next >= tokens.count || !this.joined(index)) return false
    return tokens.kind[next] === TokenKind.word && (tokens.flags[next]! & (FUNCTION_WORD | Word.speech)) === 0
  }

  /** The next token belongs to the same run: same block, only space between. */
  private joined(index: number): boolean {
    const { tokens, quoteOf } = this.reading
    return (
      index + 1 < tokens.count &&
      tokens.block[index] === tokens.block[index + 1] &&
      quoteOf[index] === quoteOf[index + 1] &&
      tokens.start[index + 1]! - tokens.end[index]! <= 1
    )
  }

  private startsSentence(index: number): boolean {
    const { tokens, sentence } = this.reading
    let before = index - 1
    while (before >= 0 && tokens.kind[before] === TokenKind.mark && sentence[before] === sentence[index])
      before -= 1
    return before < 0 || sentence[before] !== sentence[index]
  }

  private isNamePart(index: number): boolean {
    const { tokens } = this.reading
    if (tokens.kind[index] !== TokenKind.word || tokens.capital[index] === 0) return false
    const flags = tokens.flags[index]!
    if (flags & Word.title || flags & PERSON_NOUN) return true
    if (flags & (Word.time | Word.according)) return false
    if (flags & FUNCTION_WORD && tokens.end[index]! - tokens.start[index]! < 6) return false
    return true
  }

  /** A capital at the start of a sentence tells nothing where the word also stands in lower case. */
  private isPlainOpening(index: number): boolean {
    const { tokens } = this.reading
    if (!this.startsSentence(index)) return false
    const flags = tokens.flags[index]!
    if (flags & FUNCTION_WORD) return true
    if (flags & (Word.speech | Word.mind)) return true
    return this.lowered.has(tokens.lower[index]!) && !(flags & (Word.title | PERSON_NOUN))
  }

  private nameEnd(first: number): number {
    const { tokens } = this.reading
    let last = first
    while (this.joined(last) && last - first < MAX_NAME) {
      const next = last + 1
      if (this.isNamePart(next)) last = next
      else if (
        tokens.flags[next]! & Word.particle &&
        this.joined(next) &&
        this.isNamePart(next + 1) &&
        !this.german
      ) {
        if (tokens.flags[next]! & Word.preposition && this.reading.lexicon.code !== 'en') break
        last = next + 1
      } else if (
        this.german &&
        /^(?:von|van|zu|de|bin|al)$/.test(tokens.lower[next]!) &&
        last > first &&
        this.joined(next) &&
        this.isNamePart(next + 1)
      ) {
        last = next + 1
      } else break
    }
    return last
  }

  /** "University of …", "Ministry for …": an organisation's name goes on over small words. */
  private organisationEnd(first: number, last: number): number {
    const { tokens } = this.reading
    const isOrganisation = (index: number) => tokens.flags[index]! & Word.organisation
    let end = last
    let seen = false
    for (let index = first; index <= last; index += 1) if (isOrganisation(index)) seen = true
    if (!seen) return last
    while (this.joined(end) && /^(?:of|for|für|de|du|des|of the|and)$/.test(tokens.lower[end + 1]!)) {
      let next = end + 2
      if (/^(?:the|la|le|las|los)$/.test(tokens.lower[next] ?? '')) next += 1
      if (next >= tokens.count || !this.joined(next - 1) || !this.isNamePart(next)) break
      end = this.nameEnd(next)
    }
    return end
  }

  private nameAt(index: number): Mention | null {
    const { tokens } = this.reading
    if (!this.isNamePart(index) || (this.isPlainOpening(index) && !this.opensFullName(index))) return null
    const last = this.organisationEnd(index, this.nameEnd(index))
    const nameFirst = this.skipTitles(index, last)
    const flags = this.gather(index, last)
    if (this.german && !this.isGermanName(index, nameFirst, last)) return null
    const first = this.lowerRolesBefore(index)
    return {
      kind: 'name',
      first,
      last,
      nameFirst,
      head: last,
      flags: flags | (tokens.flags[first]! & (Word.female | Word.male)),
    }
  }

  /** "Will Smith said": an opening word that reads as a common one but is followed by a capital. */
  private opensFullName(index: number): boolean {
    const { tokens } = this.reading
    return (
      !(tokens.flags[index]! & FUNCTION_WORD) &&
      this.joined(index) &&
      this.isNamePart(index + 1) &&
      !this.german
    )
  }

  /** "spokesman Jan Novak": roles in lower case right before a name belong to it. */
  private lowerRolesBefore(index: number): number {
    const { tokens } = this.reading
    let first = index
    while (
      first > 0 &&
      this.joined(first - 1) &&
      tokens.capital[first - 1] === 0 &&
      tokens.flags[first - 1]! & (Word.role | Word.title)
    ) {
      if (tokens.flags[first - 1]! & (Word.speech | FUNCTION_WORD)) break
      first -= 1
    }
    return first
  }

  private skipTitles(first: number, last: number): number {
    const { tokens } = this.reading
    let nameFirst = first
    for (let index = first; index < last; index += 1) {
      if (tokens.flags[index]! & (Word.title | Word.role)) nameFirst = index + 1
    }
    // An organisation's own name keeps its words: "President's Council".
    return tokens.flags[last]! & Word.organisation ? first : nameFirst
  }

  private gather(first: number, last: number): number {
    let flags = 0
    for (let index = first; index <= last; index += 1) flags |= this.reading.tokens.flags[index]!
    return flags & (Word.title | PERSON_NOUN | Word.female | Word.male)
  }

  /** German writes every noun with a capital: a name needs two parts, a title, or no article before it. */
  private isGermanName(first: number, nameFirst: number, last: number): boolean {
    const { tokens } = this.reading
    if (last > nameFirst || nameFirst > first) return true
    const before = first > 0 && this.joined(first - 1) ? tokens.flags[first - 1]! : 0
    if (before & (Word.determiner | Word.possessive)) return false
    if (tokens.flags[first]! & (PERSON_NOUN | Word.title | Word.speechNoun)) return false
    const afterLower =
      first > 0 && this.joined(first - 1) && tokens.kind[first - 1] === TokenKind.word && before === 0
    return !afterLower
  }

  private nominalAt(index: number): Mention | null {
    const { tokens } = this.reading
    const flags = tokens.flags[index]!
    const opens = flags & (Word.determiner | Word.possessive)
    if (
      !opens &&
      !(flags & (Word.group | Word.role | Word.organisation)) &&
      !(this.german && tokens.capital[index] === 1)
    )
      return null
    if (flags & (Word.preposition | Word.auxiliary) || (opens && this.opensName(index))) return null
    let head = -1
    let gathered = 0
    for (let at = opens ? index + 1 : index; at < tokens.count && at <= index + MAX_NOMINAL; at += 1) {
      if (at > index && !this.joined(at - 1)) break
      if (!this.fitsNominal(at)) break
      gathered |= tokens.flags[at]!
      head = at
      if (this.german && tokens.capital[at] === 1) break
      if (tokens.flags[at]! & PERSON_NOUN && !this.nextExtends(at)) break
    }
    if (head < 0) return null
    return {
      kind: 'nominal',
      first: index,
      last: head,
      nameFirst: index,
      head,
      flags: gathered & (PERSON_NOUN | Word.female | Word.male),
    }
  }

  /** "The Harbour Union", "der Sprecher Jan Keller": the article belongs to a name, which is found by itself. */
  private opensName(index: number): boolean {
    const { tokens } = this.reading
    if (!this.joined(index) || !this.isNamePart(index + 1)) return false
    if (this.german) {
      const role = (tokens.flags[index + 1]! & (Word.role | Word.title)) !== 0
      return (
        role &&
        this.joined(index + 1) &&
        this.isNamePart(index + 2) &&
        !(tokens.flags[index + 2]! & PERSON_NOUN)
      )
    }
    const end = this.nameEnd(index + 1)
    // "the Russian leader": the capital only describes the head that follows.
    return !(this.joined(end) && tokens.flags[end + 1]! & PERSON_NOUN && this.fitsNominal(end + 1))
  }

  private nextExtends(index: number): boolean {
    const { tokens } = this.reading
    return this.joined(index) && (tokens.flags[index + 1]! & PERSON_NOUN) !== 0 && this.fitsNominal(index + 1)
  }

  private fitsNominal(index: number): boolean {
    const { tokens } = this.reading
    if (tokens.kind[index] === TokenKind.mark) return false
    const flags = tokens.flags[index]!
    if (flags & PERSON_NOUN) return true
    if (flags & (FUNCTION_WORD & ~Word.adverb)) return false
    return !(flags & (Word.speech | Word.mind)) || (this.german && tokens.capital[index] === 1)
  }
}
