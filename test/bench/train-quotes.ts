// `npm run bench -- train-quotes [DATA] [LANGUAGE]`: trains the quote models on the `_train` sets and writes shared/quotes/model/*.json.
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JudgedChoice } from './quotes-training/choices'
import { readMaterial } from './quotes-training/material'
import { trainModel } from './quotes-training/train-model'

const data = resolve(process.argv[2] ?? process.env.FLORILEGIUM_DATA ?? '../shared/data')
const only = process.argv[3]
const LENT_WEIGHT = 0.2

const languages = [
  { code: 'en', suite: 'polnear_train', file: 'english', bits: 17, epochs: 4 },
  { code: 'de', suite: 'german_train', file: 'german', bits: 16, epochs: 6 },
]

if (!existsSync(join(data, 'quotes'))) console.log(`No material to train on at ${data}.`)
else {
  let lent: JudgedChoice[] = []
  for (const { code, suite, file, bits, epochs } of languages) {
    if (only && only !== code) continue
    const started = Date.now()
    const { model, choices } = trainModel(readMaterial(data, suite), { code, bits, epochs }, lent)
    // Word order and paragraphs work alike: a small set learns from the larger one's choices, at less weight.
    lent = choices.map((choice) => ({ ...choice, weight: LENT_WEIGHT }))
    const json = JSON.stringify(model)
    writeFileSync(resolve(`shared/quotes/model/${file}.json`), `${json}\n`)
    console.log(
      `${file}: ${(json.length / 1e6).toFixed(2)} MB in ${Math.round((Date.now() - started) / 1000)} s`,
    )
  }
}
