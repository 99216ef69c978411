// `npm run bench -- train-quotes [DATA]`: trains the quote models on the `_train` sets and writes shared/quotes/model/*.json.
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { languages } from './quotes-training/languages'
import { readMaterial } from './quotes-training/material'
import { trainModel } from './quotes-training/train-model'

const data = resolve(process.argv[2] ?? process.env.FLORILEGIUM_DATA ?? '../shared/data')

if (!existsSync(join(data, 'quotes'))) console.log(`No material to train on at ${data}.`)
else {
  for (const language of languages) {
    const started = Date.now()
    const json = JSON.stringify(trainModel(readMaterial(data, language.suite), language))
    writeFileSync(resolve(`shared/quotes/model/${language.file}.json`), `${json}\n`)
    console.log(
      `${language.file}: ${(json.length / 1e6).toFixed(2)} MB in ${Math.round((Date.now() - started) / 1000)} s`,
    )
  }
}
