import { packWeights } from '@shared/quotes/model/packed-weights'
import type { PackedModel } from '@shared/quotes/model/quote-model'
import { logOdds, type SpeakerModel, SpeakerSearch } from '@shared/quotes/speakers/attribute-by-model'
import {
  candidateFeatures,
  RANKER_BITS,
  type Scene,
  viewTarget,
} from '@shared/quotes/speakers/candidate-features'
import { logistic, softmax } from '@shared/quotes/speakers/linear'
import { REPORT_BITS, reportFeatures } from '@shared/quotes/speakers/report-features'
import { SPEECH_BITS, speechFeatures } from '@shared/quotes/speakers/speech-features'
import type { Target } from '@shared/quotes/speakers/target'
import { quotationTargets, reportedTargets } from '@shared/quotes/speakers/targets'
import {
  choicesOf,
  goldQuotations,
  goldReports,
  isContent,
  isSource,
  type JudgedChoice,
  ownerOf,
  sceneOf,
} from './choices'
import type { GoldArticle } from './material'
import { FOLDS, type Prepared, prepare, trainTagger } from './prepare'
import type { TrainedChain } from './train-chain'
import { type Example, trainChoices, trainLogistic } from './train-linear'

export interface ModelTraining {
  code: string
  bits: number
  epochs: number
  /** Chances from which on quotations and reported words are suggested. */
  threshold: number
  reportThreshold: number
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
export function trainModel(material: readonly GoldArticle[], training: ModelTraining): PackedModel {
  const articles = material.map((gold) => prepare(gold, training.code, training.bits))
  const { first, second } = trainTagger(articles, {
    bits: training.bits,
    layers: 3,
    epochs: training.epochs,
    rate: 0.1,
    decay: 0,
  })
  const weights = trainSpeakers(articles, articles.map(sceneOf))
  const { threshold, reportThreshold } = training
  return {
    bits: training.bits,
    first: packChain(first),
    second: packChain(second),
    ...weights,
    threshold,
    reportThreshold,
  }
}

type SpeakerWeights = Pick<
  PackedModel,
  'ranker' | 'speech' | 'report' | 'calibration' | 'reportCalibration' | 'threshold' | 'reportThreshold'
>

/** Choices of every article, for quotations and for reported words. */
interface Lists {
  quotes: JudgedChoice[][]
  reports: JudgedChoice[][]
}

/** One model for each fold that never saw the fold's articles. */
const perFold = <Model>(train: (keep: (index: number) => boolean) => Model): Model[] =>
  Array.from({ length: FOLDS }, (_, fold) => train((index) => index % FOLDS !== fold))

function gatherLists(
  articles: readonly Prepared[],
  scenes: readonly Scene[],
  unseen: readonly Float32Array[] | null,
): Lists {
  const rankerOf = (index: number) => unseen?.[index % FOLDS] ?? null
  return {
    quotes: articles.map((article, index) =>
      choicesOf(article, scenes[index]!, goldQuotations(article), 1, rankerOf(index)),
    ),
    reports: articles.map((article, index) =>
      choicesOf(article, scenes[index]!, goldReports(article), REPORT_WEIGHT, rankerOf(index)),
    ),
  }
}

const trainRanker = ({ quotes, reports }: Lists, keep: (index: number) => boolean) => {
  const own = [quotes, reports].flatMap((lists) => lists.flatMap((list, index) => (keep(index) ? list : [])))
  return trainChoices(own, RANKER_BITS, RANKER_EPOCHS, RANKER_RATE)
}

export function trainSpeakers(articles: readonly Prepared[], scenes: readonly Scene[]): SpeakerWeights {
  const told = gatherLists(articles, scenes, null)
  const lists = gatherLists(
    articles,
    scenes,
    perFold((keep) => trainRanker(told, keep)),
  )
  const ranker = trainRanker(lists, () => true)
  const unseen = perFold((keep) => trainRanker(lists, keep))
  const examples = articles.map((article, index) =>
    speechExamples(article, scenes[index]!, unseen[index % FOLDS]!),
  )
  const trainSpeech = (keep: (index: number) => boolean) =>
    trainLogistic(
      examples.flatMap((list, index) => (keep(index) ? list : [])),
      SPEECH_BITS,
      SPEECH_EPOCHS,
      SPEECH_RATE,
    )
  const speech = trainSpeech(() => true)
  const unseenSpeech = perFold(trainSpeech)
  const judged = examples.flatMap((list, index) =>
    list.map((example) => ({
      ...example,
      chance: logistic(sum(unseenSpeech[index % FOLDS]!, example.features)),
    })),
  )
  const { threshold, best } = bestThreshold(judged)
  const searchers = unseen.map((weights, fold) => ({
    ranker: { weights, scale: 1 },
    speech: { weights: unseenSpeech[fold]!, scale: 1 },
    threshold,
  }))
  const stretches = articles.map((article, index) =>
    reportExamples(article, scenes[index]!, searchers[index % FOLDS]!),
  )
  const trainReport = (keep: (index: number) => boolean) =>
    trainLogistic(
      stretches.flatMap((list, index) => (keep(index) ? list : [])),
      REPORT_BITS,
      SPEECH_EPOCHS,
      SPEECH_RATE,
    )
  const report = trainReport(() => true)
  const unseenReport = perFold(trainReport)
  const reportsJudged = stretches.flatMap((list, index) =>
    list.map((example) => ({
      ...example,
      speech: logistic(sum(unseenReport[index % FOLDS]!, example.features)),
    })),
  )
  const gold = articles.map(countGold)
  const total = (part: 'gold' | 'quoted') => gold.reduce((sum, each) => sum + each[part], 0)
  const forReports = bestReportThreshold(reportsJudged, total('quoted'), total('gold'))
  const { quotes, reports } = lists
  console.log(
    `speakers right on unseen articles: ${accuracy(quotes, unseen).toFixed(4)} of ${quotes.flat().length}; reports ${accuracy(reports, unseen).toFixed(4)}; quotations F1 ${best.toFixed(4)} from ${threshold}; reported words F1 ${forReports.best.toFixed(4)} from ${forReports.threshold}`,
  )
  return {
    ranker: packWeights(ranker),
    speech: packWeights(speech),
    report: packWeights(report),
    calibration: calibration(
      judged.map(({ chance, speaker, right: ok }) => ({ speech: chance, speaker, right: ok })),
    ),
    reportCalibration: calibration(reportsJudged),
    threshold,
    reportThreshold: forReports.threshold,
  }
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

const THRESHOLDS = Array.from({ length: 19 }, (_, step) => (10 + step) / 40)

function bestOf(score: (threshold: number) => number): { threshold: number; best: number } {
  const scored = THRESHOLDS.map((threshold) => ({ threshold, best: score(threshold) }))
  return scored.reduce((top, each) => (each.best > top.best ? each : top))
}

/** The chance of speech from which on quotations are found and rightly given to their speakers best: the mean of both F1. */
const bestThreshold = (judged: readonly { chance: number; yes: boolean; right: boolean }[]) => {
  const yes = judged.filter((example) => example.yes).length
  return bestOf((threshold) => {
    const taken = judged.filter((example) => example.chance >= threshold)
    const found = taken.filter((example) => example.yes).length
    const right = taken.filter((example) => example.right).length
    return (found + right) / (taken.length + yes)
  })
}

/** The chance from which on reported words are worth suggesting: F1 over their characters. */
const bestReportThreshold = (
  judged: readonly { speech: number; length: number; reported: number }[],
  quoted: number,
  gold: number,
) =>
  bestOf((threshold) => {
    const taken = judged.filter((example) => example.speech >= threshold)
    const both = taken.reduce((sum, example) => sum + example.reported, quoted)
    const ours = taken.reduce((sum, example) => sum + example.length, quoted)
    return (2 * both) / (ours + gold)
  })

/** Characters outside quotations of a stretch, and how many of them the material takes for reported. */
function countCharacters({ reading, chain }: Prepared, { first, last }: Target) {
  const { tokens, quoteOf } = reading
  let length = 0
  let reported = 0
  for (let index = first; index <= last; index += 1) {
    if (quoteOf[index]! >= 0) continue
    const size = tokens.end[index]! - tokens.start[index]! + 1
    length += size
    if (chain.labels[2]![index]! > 0) reported += size
  }
  return { length, reported }
}

/** Characters of an article that the material takes for reported, and those of them inside quotations. */
function countGold({ reading, chain }: Prepared): { gold: number; quoted: number } {
  const { tokens, quoteOf } = reading
  let gold = 0
  let quoted = 0
  for (let index = 0; index < tokens.count; index += 1) {
    if (chain.labels[2]![index] === 0) continue
    const size = tokens.end[index]! - tokens.start[index]! + 1
    gold += size
    if (quoteOf[index]! >= 0) quoted += size
  }
  return { gold, quoted }
}

interface ReportExample extends Example {
  speaker: number
  right: boolean
  length: number
  reported: number
}

/** What the tagger takes for reported words, found as in use, with how it turned out against the material. */
function reportExamples(
  article: Prepared,
  scene: Scene,
  weights: Pick<SpeakerModel, 'ranker' | 'speech' | 'threshold'>,
): ReportExample[] {
  const model = {
    ...weights,
    report: weights.speech,
    calibration: [],
    reportCalibration: [],
    reportThreshold: 0,
  }
  const { reading } = scene
  const quotations = new SpeakerSearch(scene, model).quotations(quotationTargets(reading))
  const targets = reportedTargets(reading, scene.chances)
  const features: number[] = []
  return new SpeakerSearch(scene, model).seeReports(targets, quotations).flatMap(({ view, pick }) => {
    const { first, last } = view.target
    if (reading.quoteOf[first]! >= 0 && reading.quoteOf[first] === reading.quoteOf[last]) return []
    reportFeatures(scene, view, pick.chance, features)
    const owner = ownerOf(article, view.target)
    return [
      {
        features: Int32Array.from(features),
        yes: isContent(article, view.target),
        ...countCharacters(article, view.target),
        speaker: pick.chance,
        right: owner !== null && pick.mention !== null && isSource(article, owner, pick.mention),
      },
    ]
  })
}

interface Outcome {
  speech: number
  speaker: number
  right: boolean
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
