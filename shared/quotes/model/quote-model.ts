import type { LanguageCode } from '../languages/language'
import type { LinearWeights } from '../speakers/linear'
import type { ChainWeights } from '../tagging/run-chain'
import english from './english.json'
import german from './german.json'
import { type PackedWeights, unpackWeights } from './packed-weights'

/** One chain as stored. */
export interface PackedChain {
  layers: number
  weights: PackedWeights
  transitions: number[]
}

/** A language's learned weights as stored by `npm run bench -- train-quotes`. */
export interface PackedModel {
  /** Size of the tagger's feature table as a power of two. */
  bits: number
  first: PackedChain
  second: PackedChain
  ranker: PackedWeights
  speech: PackedWeights
  report: PackedWeights
  /** From the log-odds of speech and speaker to the chance that both are right: constant, speech, speaker. */
  calibration: number[]
  /** The same for reported words without quotation marks. */
  reportCalibration: number[]
  /** Least chance of speech that makes a quotation a quote. */
  threshold: number
  /** The same for reported words without quotation marks. */
  reportThreshold: number
}

/** Learned weights ready for use. */
export interface QuoteModel {
  bits: number
  first: ChainWeights
  second: ChainWeights
  ranker: LinearWeights
  speech: LinearWeights
  report: LinearWeights
  calibration: readonly number[]
  reportCalibration: readonly number[]
  threshold: number
  reportThreshold: number
}

const unpackChain = (chain: PackedChain): ChainWeights => ({
  layers: chain.layers,
  ...unpackWeights(chain.weights),
  transitions: Float32Array.from(chain.transitions),
})

/** Makes stored weights ready for use; costs some milliseconds. */
export function unpackModel(packed: PackedModel): QuoteModel {
  return {
    bits: packed.bits,
    first: unpackChain(packed.first),
    second: unpackChain(packed.second),
    ranker: unpackWeights(packed.ranker),
    speech: unpackWeights(packed.speech),
    report: unpackWeights(packed.report),
    calibration: packed.calibration,
    reportCalibration: packed.reportCalibration,
    threshold: packed.threshold,
    reportThreshold: packed.reportThreshold,
  }
}

/** The languages that have a model. */
const packedModels: Partial<Record<LanguageCode, PackedModel>> = { en: english, de: german }
const unpacked = new Map<LanguageCode, QuoteModel>()

/** The model of a language, unpacked on first use; null where none was trained. */
export function modelOf(code: LanguageCode): QuoteModel | null {
  const known = unpacked.get(code)
  if (known) return known
  const packed = packedModels[code]
  if (!packed) return null
  const model = unpackModel(packed)
  unpacked.set(code, model)
  return model
}
