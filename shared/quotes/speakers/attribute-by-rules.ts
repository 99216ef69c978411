import { Word } from '../languages/lexicon'
import type { Mention } from '../people/mention'
import type { People } from '../people/people'
import type { Reading } from '../reading/read-article'
import { TokenKind } from '../reading/tokens'
import type { Attribution, Ground } from './attribution'
import { nearestCue, runAround } from './find-cue'
import type { Target } from './target'
import { quotationTargets } from './targets'

/** Tokens between a role and the name that belongs to it: "porte-parole du gouvernement, …". */
const ROLE_TO_NAME = 6
const MAX_NAME = 12
/** Tokens before and after a sentence in which a speaker is sought when the sentence names none. */
const NEAR_BEFORE = 60
const NEAR_AFTER = 40

interface Choice {
  mention: Mention
  cue: number
  ground: Ground
  certainty: number
}

/** Attributes quotations by reporting verbs, word order and paragraphs alone, for languages without a model. */
export function attributeByRules(reading: Reading, people: People): Attribution[] {
  const attributor = new RuleAttributor(reading, people)
  return quotationTargets(reading).map((target) => attributor.attribute(target))
}

class RuleAttributor {
  private readonly outside: Mention[]
  private last: { choice: Choice; block: number } | null = null
  constructor(
    private readonly reading: Reading,
    people: People,
  ) {
    this.outside = people.mentions.filter((mention) => reading.quoteOf[mention.first]! < 0)
  }

  attribute(target: Target): Attribution {
    const { tokens } = this.reading
    const { first, last, quote } = target
    const choice = this.choose(quote, first, last)
    const speech = this.speechChance(quote, first, last, choice)
    if (choice && speech >= 0.5) this.last = { choice, block: tokens.block[last]! }
    return {
      target,
      mention: choice?.mention ?? null,
      cue: choice && choice.cue >= 0 ? [choice.cue, choice.cue] : null,
      ground: choice?.ground ?? 'none',
      speech,
      speakerChance: choice?.certainty ?? 0,
      confidence: speech * (choice?.certainty ?? 0),
    }
  }

  /** The mentions outside quotations between two tokens, in text order. */
  private within(from: number, to: number): Mention[] {
    const { outside } = this
    let low = 0
    let high = outside.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (outside[middle]!.first < from) low = middle + 1
      else high = middle
    }
    let end = low
    while (end < outside.length && outside[end]!.last <= to) end += 1
    return outside.slice(low, end)
  }

  private choose(index: number, first: number, last: number): Choice | null {
    const { unit, tokens, quoted } = this.reading
    const [unitFirst, unitLast] = [runAround(unit, first)[0], runAround(unit, last)[1]]
    const byCue = this.byCue(first, last, unitFirst, unitLast)
    if (byCue) return byCue
    const carried = this.carried(tokens.block[first]!, quoted[index]!.continues)
    if (carried) return carried
    return this.fromNeighbours(first, unitFirst, unitLast)
  }

  private byCue(first: number, last: number, unitFirst: number, unitLast: number): Choice | null {
    const cue = nearestCue(this.reading, first, last, unitFirst, unitLast)
    if (cue < 0) return null
    const mention = this.subjectOf(cue, unitFirst, unitLast)
    if (!mention) return null
    const according = (this.reading.tokens.flags[cue]! & Word.according) !== 0
    const near = Math.min(Math.abs(cue - last), Math.abs(first - cue)) < 12
    return {
      mention: this.nameBeside(mention),
      cue,
      ground: according ? 'according' : 'verb',
      certainty: near ? 0.9 : 0.7,
    }
  }

  /** The mention right before the verb, or right after it where none stands before or the order is turned. */
  private subjectOf(cue: number, unitFirst: number, unitLast: number): Mention | null {
    const { tokens, quoteOf } = this.reading
    const inUnit = this.within(unitFirst, unitLast)
    const after = inUnit.find((mention) => mention.first > cue && this.nothingBetween(cue, mention.first))
    const before = inUnit.filter((mention) => mention.last < cue && this.sameStretch(mention.last, cue)).pop()
    const according = tokens.flags[cue]! & Word.according
    if (after && (according || !before)) return after
    const inverted = cue > 0 && (quoteOf[cue - 1]! >= 0 || /^[,—–-]$/.test(tokens.lower[cue - 1]!))
    if (after && inverted) return after
    return before ?? after ?? inUnit[0] ?? null
  }

  /** "el portavoz del Gobierno, Luis Prado": the name that a role stands with is the better answer. */
  private nameBeside(mention: Mention): Mention {
    const { tokens, sentence } = this.reading
    if (mention.kind !== 'nominal') return mention
    const name = this.within(mention.last + 1, mention.last + ROLE_TO_NAME + MAX_NAME).find(
      (other) => other.kind === 'name' && !(other.flags & Word.organisation),
    )
    if (!name || sentence[name.first] !== sentence[mention.first]) return mention
    if (name.first - mention.last > ROLE_TO_NAME) return mention
    let commas = 0
    for (let index = mention.last + 1; index < name.first; index += 1) {
      if (tokens.lower[index] === ',') commas += 1
      else if (tokens.kind[index] === TokenKind.mark) return mention
      if (tokens.flags[index]! & (Word.speech | Word.conjunction | Word.relative)) return mention
    }
    return commas <= 1 ? name : mention
  }

  private nothingBetween(from: number, to: number): boolean {
    const { tokens } = this.reading
    for (let index = from + 1; index < to; index += 1) {
      if (
        tokens.kind[index] === TokenKind.mark ||
        !(tokens.flags[index]! & (Word.auxiliary | Word.adverb | Word.determiner))
      )
        return false
    }
    return true
  }

  private sameStretch(from: number, to: number): boolean {
    const { quoteOf } = this.reading
    for (let index = from + 1; index < to; index += 1) if (quoteOf[index]! >= 0) return false
    return true
  }

  private carried(block: number, continues: boolean): Choice | null {
    if (!this.last) return null
    const distance = block - this.last.block
    if (continues || distance === 0)
      return { ...this.last.choice, ground: 'carried', cue: -1, certainty: 0.8 }
    return null
  }

  /** A quotation without a verb: whoever the sentence before brought up, or the sentence around it names. */
  private fromNeighbours(first: number, unitFirst: number, unitLast: number): Choice | null {
    const around = this.within(unitFirst, unitLast)
    const here = around.filter((mention) => mention.last < first).pop() ?? around[0]
    if (here) return { mention: here, cue: -1, ground: 'nearby', certainty: 0.5 }
    const before = this.within(unitFirst - NEAR_BEFORE, unitFirst - 1)
    const named = before.filter((mention) => mention.kind !== 'nominal').pop() ?? before.pop()
    if (named) return { mention: named, cue: -1, ground: 'before', certainty: 0.45 }
    const after = this.within(unitLast + 1, unitLast + NEAR_AFTER)[0]
    return after ? { mention: after, cue: -1, ground: 'after', certainty: 0.35 } : null
  }

  /** Titles, terms and scare quotes are short, without a verb of saying by them, often a name in capitals. */
  private speechChance(index: number, first: number, last: number, choice: Choice | null): number {
    const { tokens, quoteOf, quoted } = this.reading
    let words = 0
    let capitals = 0
    for (let at = first; at <= last; at += 1) {
      if (quoteOf[at] !== index || tokens.kind[at] === TokenKind.mark) continue
      words += 1
      capitals += tokens.capital[at]!
    }
    const reported = choice !== null && ['verb', 'according', 'carried'].includes(choice.ground)
    const ended = /[.,!?…]/.test(this.reading.text.slice(quoted[index]!.end - 2, quoted[index]!.end + 1))
    if (words === 0) return 0
    if (!quoted[index]!.closed && !quoted[index]!.continues && words < 4) return 0.1
    if (capitals === words && words < 4) return reported && words > 1 ? 0.3 : 0.1
    if (reported) return words >= 6 ? 0.95 : words >= 2 ? 0.85 : 0.6
    // Without a word that reports, a sentence's mark tells speech from a title.
    if (words >= 6) return ended ? 0.9 : 0.6
    return words >= 3 && ended ? 0.6 : 0.25
  }
}
