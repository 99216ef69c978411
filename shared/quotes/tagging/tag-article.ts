import type { QuoteModel } from '../model/quote-model'
import type { Reading } from '../reading/read-article'
import { runChain, tokensOfBlocks } from './run-chain'
import { type Chances, extractSecondPass } from './second-pass'
import { BASE_FEATURES, extractFeatures, FEATURES } from './token-features'
import type { WordClasses } from './word-classes'

/** What the tagger believes about each token: chances of cue, source and content. */
export interface TaggedArticle {
  chances: Chances
  classes: WordClasses
}

/** Tags a reading in two passes; the second knows what the first believes about the surroundings. */
export function tagArticle(reading: Reading, model: QuoteModel): TaggedArticle {
  const features = extractFeatures(reading, model.bits)
  const blocks = tokensOfBlocks(reading.tokens)
  const { rows, edges, classes } = features
  const first = runChain(model.first, { rows, stride: FEATURES, width: BASE_FEATURES, edges, blocks })
  extractSecondPass(reading, features, first, model.bits)
  const chances = runChain(model.second, { rows, stride: FEATURES, width: FEATURES, edges, blocks })
  return { chances, classes }
}
