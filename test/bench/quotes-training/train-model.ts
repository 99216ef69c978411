import { packWeights } from '@shared/quotes/model/packed-weights'
import type { PackedModel } from '@shared/quotes/model/quote-model'
import {
  candidateFeatures,
  RANKER_BITS,
  type Scene,
  viewTarget,
} from '@shared/quotes/speakers/candidate-features'
import { logistic, softmax } from '@shared/quotes/speakers/linear'
import { SPEECH_BITS, speechFeatures } from '@shared/quotes/speakers/speech-features'
import { chanceOf } from '@shared/quotes/tagging/second-pass'
import { choicesOf, goldQuotations, goldReports, type JudgedChoice, sceneOf } from './choices'
import type { GoldArticle } from './material'
import { FOLDS, type Prepared, prepare, trainTagger } from './prepare'
import type { TrainedChain } from './train-chain'
import { type Example, trainChoices, trainLogistic } from './train-linear'

export interface ModelTraining {
  code: string
  bits: number
  epochs: number
}

const RANKER_EPOCHS = 4
const RANKER_RATE = 0.15
/** Reports count less than quotations, whose speakers matter most. */
const REPORT_WEIGHT = 0.5
const SPEECH_EPOCHS = 8
const SPEECH_RATE = 0.1

const packChain = (chain: TrainedChain) => ({
  layers: chain.layers,
  weights: packWeights(chain.weights),
  transitions: Array.from(chain.transitions, (weight) => Math.round(weight * 1e4) / 1e4),
})

/** Trains tagger, ranker, speech filter and calibration; later stages learn from what unseen articles looked like to earlier ones. */
export function trainModel(
  material: readonly GoldArticle[],
  training: ModelTraining,
  lent: readonly JudgedChoice[],
): { model: PackedModel; choices: JudgedChoice[] } {
  const articles = material.map((gold) => prepare(gold, training.code, training.bits))
  const { first, second } = trainTagger(articles, {
    bits: training.bits,
    layers: 3,
    epochs: training.epochs,
    rate: 0.1,
    decay: 0,
  })
  const scenes = articles.map(sceneOf)
  const { weights, choices } = trainSpeakers(articles, scenes, lent)
  return {
    model: { bits: training.bits, first: packChain(first), second: packChain(second), ...weights },
    choices,
  }
}

type SpeakerWeights = Pick<
  PackedModel,
  'ranker' | 'speech' | 'calibration' | 'reportCalibration' | 'threshold'
>

export function trainSpeakers(
  articles: readonly Prepared[],
  scenes: readonly Scene[],
  lent: readonly JudgedChoice[],
): { weights: SpeakerWeights; choices: JudgedChoice[] } {
  const quotes = articles.map((article, index) =>
    choicesOf(article, scenes[index]!, goldQuotations(article), 1),
  )
  const reports = articles.map((article, index) =>
    choicesOf(article, scenes[index]!, goldReports(article), REPORT_WEIGHT),
  )
  const trainRanker = (keep: (index: number) => boolean) => {
    const own = [quotes, reports].flatMap((lists) =>
      lists.flatMap((list, index) => (keep(index) ? list : [])),
    )
    return trainChoices([...own, ...lent], RANKER_BITS, RANKER_EPOCHS, RANKER_RATE)
  }
  const ranker = trainRanker(() => true)
  const unseen = Array.from({ length: FOLDS }, (_, fold) => trainRanker((index) => index % FOLDS !== fold))
  const examples = articles.map((article, index) =>
    speechExamples(article, scenes[index]!, unseen[index % FOLDS]!),
  )
  const speechOf = (keep: (index: number) => boolean) =>
    trainLogistic(
      examples.flatMap((list, index) => (keep(index) ? list : [])),
      SPEECH_BITS,
      SPEECH_EPOCHS,
      SPEECH_RATE,
    )
  const speech = speechOf(() => true)
  const unseenSpeech = Array.from({ length: FOLDS }, (_, fold) => speechOf((index) => index % FOLDS !== fold))
  const judged = examples.flatMap((list, index) =>
    list.map((example) => ({
      ...example,
      chance: logistic(sum(unseenSpeech[index % FOLDS]!, example.features)),
    })),
  )
  const { threshold, best } = bestThreshold(judged)
  const right = quotes.flat().length
  console.log(
    `speakers right on unseen articles: ${accuracy(quotes, unseen).toFixed(4)} of ${right}; reports ${accuracy(reports, unseen).toFixed(4)}; quotations told apart: F1 ${best.toFixed(4)} at ${threshold}`,
  )
  const weights = {
    ranker: packWeights(ranker),
    speech: packWeights(speech),
    calibration: calibration(
      judged.map(({ chance, speaker, right: ok }) => ({ speech: chance, speaker, right: ok })),
    ),
    reportCalibration: calibration(
      reports.flatMap((list, index) => reportOutcomes(list, scenes[index]!, unseen[index % FOLDS]!)),
    ),
    threshold,
  }
  return { weights, choices: quotes.flat() }
}

const sum = (weights: Float32Array, features: Int32Array) =>
  features.reduce((total, feature) => total + weights[feature]!, 0)

function bestAnswer(choice: JudgedChoice, weights: Float32Array): { index: number; chance: number } {
  if (choice.answers.length === 0) return { index: -1, chance: 0 }
  const chances = softmax(choice.answers.map((features) => sum(weights, features)))
  const index = chances.indexOf(Math.max(...chances))
  return { index, chance: chances[index]! }
}

function accuracy(choices: readonly JudgedChoice[][], unseen: readonly Float32Array[]): number {
  let right = 0
  let all = 0
  choices.forEach((list, index) => {
    for (const choice of list) {
      all += 1
      if (choice.right[bestAnswer(choice, unseen[index % FOLDS]!).index]) right += 1
    }
  })
  return right / all
}

interface SpeechExample extends Example {
  speaker: number
  right: boolean
}

function speechExamples(article: Prepared, scene: Scene, weights: Float32Array): SpeechExample[] {
  const targets = goldQuotations(article)
  const owned = new Map(choicesOf(article, scene, targets, 1).map((choice) => [choice.gold, choice]))
  const features: number[] = []
  return targets.map((gold) => {
    const choice = owned.get(gold)
    const asked = choice ?? unownedChoice(scene, gold)
    const best = bestAnswer(asked, weights)
    speechFeatures(scene, asked.view, best.chance, features)
    return {
      features: Int32Array.from(features),
      yes: gold.speech,
      speaker: best.chance,
      right: choice?.right[best.index] === true,
    }
  })
}

/** The choice for a quotation that is nobody's: only its features count. */
function unownedChoice(scene: Scene, gold: JudgedChoice['gold']): JudgedChoice {
  const view = viewTarget(scene, gold.target, null)
  const features: number[] = []
  const answers = view.entrants.map((entrant) => {
    candidateFeatures(scene, view, entrant, features)
    return Int32Array.from(features)
  })
  return { answers, right: [], weight: 0, view, gold }
}

function bestThreshold(judged: readonly { chance: number; yes: boolean }[]): {
  threshold: number
  best: number
} {
  let threshold = 0.5
  let best = 0
  const yes = judged.filter((example) => example.yes).length
  for (let at = 0.2; at < 0.75; at += 0.05) {
    const taken = judged.filter((example) => example.chance >= at)
    const f1 = (2 * taken.filter((example) => example.yes).length) / (taken.length + yes)
    if (f1 > best) {
      best = f1
      threshold = Math.round(at * 100) / 100
    }
  }
  return { threshold, best }
}

interface Outcome {
  speech: number
  speaker: number
  right: boolean
}

function reportOutcomes(choices: readonly JudgedChoice[], scene: Scene, weights: Float32Array): Outcome[] {
  return choices.map((choice) => {
    const { first, last } = choice.gold.target
    let content = 0
    for (let index = first; index <= last; index += 1) content += chanceOf(scene.chances, 2, index)
    const best = bestAnswer(choice, weights)
    return {
      speech: content / (last - first + 1),
      speaker: best.chance,
      right: choice.right[best.index] === true,
    }
  })
}

const logOdds = (chance: number) => {
  const kept = Math.max(0.001, Math.min(0.999, chance))
  return Math.log(kept / (1 - kept))
}

/** Logistic regression on two log-odds (Platt scaling), by plain gradient descent. */
function calibration(outcomes: readonly Outcome[]): number[] {
  const weights = [0, 0.5, 0.5]
  for (let round = 0; round < 1500; round += 1) {
    const gradient = [0, 0, 0]
    for (const { speech, speaker, right } of outcomes) {
      const inputs = [1, logOdds(speech), logOdds(speaker)]
      const score = inputs.reduce((total, input, index) => total + input * weights[index]!, 0)
      const error = (right ? 1 : 0) - logistic(score)
      inputs.forEach((input, index) => {
        gradient[index]! += error * input
      })
    }
    gradient.forEach((value, index) => {
      weights[index]! += (0.1 * value) / outcomes.length
    })
  }
  return weights.map((weight) => Math.round(weight * 1e4) / 1e4)
}
