// `npm run bench -- quotes-held-back [DATA] [LANGUAGE] [FOLDS]`: trains on parts of the `_train` sets and scores on the rest.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findQuotesIn } from '@shared/quotes/find-quotes'
import { unpackModel } from '@shared/quotes/model/quote-model'
import { readArticle } from '@shared/quotes/reading/read-article'
import { languages } from './quotes-training/languages'
import { readMaterial } from './quotes-training/material'
import {
  describeReliability,
  describeScore,
  emptyScore,
  type Outcome,
  scoreArticle,
} from './quotes-training/score'
import { shuffled } from './quotes-training/train-chain'
import { trainModel } from './quotes-training/train-model'

const data = resolve(process.argv[2] ?? process.env.FLORILEGIUM_DATA ?? '../shared/data')
const only = process.argv[3]
const PARTS = 5
const parts = Math.min(PARTS, Number(process.argv[4] ?? 1))

if (!existsSync(join(data, 'quotes'))) console.log(`No material to train on at ${data}.`)
else {
  for (const language of languages) {
    if (only && only !== language.code) continue
    const material = shuffled(readMaterial(data, language.suite), 5)
    const score = emptyScore()
    const outcomes: Outcome[] = []
    for (let part = 0; part < parts; part += 1) {
      const started = Date.now()
      const model = trainModel(
        material.filter((_, index) => index % PARTS !== part),
        language,
      )
      const ready = unpackModel(model)
      for (const gold of material.filter((_, index) => index % PARTS === part))
        outcomes.push(
          ...scoreArticle(score, gold, findQuotesIn(readArticle(gold.text, language.code), ready)),
        )
      console.log(
        `${language.file}, part ${part + 1} (${Math.round((Date.now() - started) / 1000)} s): ${describeScore(score)}`,
      )
    }
    console.log(`direct quotes:\n${describeReliability(outcomes.filter(({ kind }) => kind === 'direct'))}`)
    console.log(`reported words:\n${describeReliability(outcomes.filter(({ kind }) => kind !== 'direct'))}`)
  }
}
