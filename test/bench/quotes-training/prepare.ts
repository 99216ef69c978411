import type { People } from '@shared/quotes/people/people'
import { gatherPeople } from '@shared/quotes/people/people'
import { type Reading, readArticle } from '@shared/quotes/reading/read-article'
import { tokensOfBlocks } from '@shared/quotes/tagging/run-chain'
import { extractSecondPass } from '@shared/quotes/tagging/second-pass'
import {
  BASE_FEATURES,
  extractFeatures,
  FEATURES,
  type TokenFeatures,
} from '@shared/quotes/tagging/token-features'
import { labelTokens } from './labels'
import type { GoldArticle } from './material'
import { type ChainArticle, type ChainTraining, runChain, type TrainedChain, trainChain } from './train-chain'

/** An article read, with its features and what the tagger (trained on others) believes about it. */
export interface Prepared {
  gold: GoldArticle
  reading: Reading
  people: People
  features: TokenFeatures
  chain: ChainArticle
  chances: Float32Array[]
}

/** Number of parts of the material that are tagged by models that never saw them. */
export const FOLDS = 3

export function prepare(gold: GoldArticle, lang: string, bits: number): Prepared {
  const reading = readArticle(gold.text, lang)
  const features = extractFeatures(reading, bits)
  return {
    gold,
    reading,
    people: gatherPeople(reading),
    features,
    chain: {
      rows: features.rows,
      stride: FEATURES,
      width: BASE_FEATURES,
      edges: features.edges,
      blocks: tokensOfBlocks(reading.tokens),
      labels: labelTokens(reading.tokens, gold),
    },
    chances: [],
  }
}

/** Trains on all parts but one and tags that one, for each part; fills `chances`. */
function tagUnseen(articles: readonly Prepared[], training: ChainTraining): void {
  const results = new Map<Prepared, Float32Array[]>()
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const seen = articles.filter((_, index) => index % FOLDS !== fold)
    const chain = trainChain(
      seen.map((article) => article.chain),
      training,
    )
    articles.forEach((article, index) => {
      if (index % FOLDS === fold) results.set(article, runChain(chain, article.chain))
    })
  }
  for (const [article, chances] of results) article.chances = chances
}

/** Both passes: their models trained on everything, and every article's chances from models that never saw it. */
export function trainTagger(
  articles: readonly Prepared[],
  training: ChainTraining,
): { first: TrainedChain; second: TrainedChain } {
  const first = trainChain(
    articles.map((article) => article.chain),
    training,
  )
  tagUnseen(articles, training)
  for (const article of articles) {
    extractSecondPass(article.reading, article.features, article.chances, training.bits)
    article.chain.width = FEATURES
  }
  const second = trainChain(
    articles.map((article) => article.chain),
    training,
  )
  tagUnseen(articles, training)
  return { first, second }
}
