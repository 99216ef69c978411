import type { FoundQuote } from './found-quote'
import { groupQuotations, groupReports } from './group-quotes'
import { findJapaneseQuotes, isJapanese } from './japanese/find-japanese-quotes'
import { modelOf, type QuoteModel } from './model/quote-model'
import { gatherPeople } from './people/people'
import { type Reading, readArticle } from './reading/read-article'
import { attributeByModel } from './speakers/attribute-by-model'
import { attributeByRules } from './speakers/attribute-by-rules'
import { QuoteWriter } from './write-quotes'

export type { FoundQuote, QuoteKind, Span } from './found-quote'

const RULE_THRESHOLD = 0.5

/**
 * Finds the quotes of an article and their speakers, in text order. `lang` is a BCP 47 tag; without one the
 * language is guessed. English and German are read with learned weights, other languages by rules alone, which
 * find no indirect speech. Spans are UTF-16 offsets into `text`; blocks are separated by line ends.
 */
export function findQuotes(text: string, options: { lang?: string } = {}): FoundQuote[] {
  if (options.lang ? /^ja\b/i.test(options.lang) : isJapanese(text)) return findJapaneseQuotes(text)
  const reading = readArticle(text, options.lang)
  return findQuotesIn(reading, modelOf(reading.lexicon.code))
}

/** The same for a text that is read already, with the learned weights given; without any, by rules. */
export function findQuotesIn(reading: Reading, model: QuoteModel | null): FoundQuote[] {
  const people = gatherPeople(reading)
  const writer = new QuoteWriter(reading, people)
  if (!model) {
    const quotations = attributeByRules(reading, people).filter(({ speech }) => speech >= RULE_THRESHOLD)
    return groupQuotations(reading, quotations, null).map((group) => writer.write(group))
  }
  const { quotations, reports, chances } = attributeByModel(reading, people, model)
  const spoken = quotations.filter(({ speech }) => speech >= model.threshold)
  const groups = [...groupQuotations(reading, spoken, chances), ...groupReports(reading, reports, spoken)]
  groups.sort((a, b) => a.attributions[0]!.target.first - b.attributions[0]!.target.first)
  return groups.map((group) => writer.write(group))
}
