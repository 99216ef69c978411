import { FUNCTION_WORD, Word } from '../languages/lexicon'
import type { QuoteModel } from '../model/quote-model'
import type { Mention } from '../people/mention'
import type { People } from '../people/people'
import type { Reading } from '../reading/read-article'
import { TokenKind } from '../reading/tokens'
import { type Chances, chanceOf } from '../tagging/second-pass'
import { tagArticle } from '../tagging/tag-article'
import type { Attribution, Ground } from './attribution'
import {
  candidateFeatures,
  type Entrant,
  type Scene,
  type TargetView,
  viewTarget,
} from './candidate-features'
import { gatherCandidates } from './candidates'
import { logistic, scoreFeatures, softmax } from './linear'
import { reportFeatures } from './report-features'
import { speechFeatures } from './speech-features'
import type { Target } from './target'
import { quotationTargets, reportedTargets } from './targets'

/** The best candidate for a target. */
interface Picked {
  mention: Mention | null
  chance: number
}

/** Ranks the candidates of a viewed target. */
export function pickSpeaker(scene: Scene, view: TargetView, model: Pick<QuoteModel, 'ranker'>): Picked {
  const features: number[] = []
  const scores = view.entrants.map((entrant) => {
    candidateFeatures(scene, view, entrant, features)
    return scoreFeatures(model.ranker, features)
  })
  if (scores.length === 0) return { mention: null, chance: 0 }
  const chances = softmax(scores)
  let best = 0
  for (let index = 1; index < chances.length; index += 1) if (chances[index]! > chances[best]!) best = index
  return { mention: headOfPhrase(scene, view.entrants[best]!), chance: chances[best]! }
}

const PERSON_NOUN = Word.role | Word.group

/** "that", "to it": words that carry grammar alone report nothing. */
function saysNothing({ tokens }: Reading, { first, last }: Target): boolean {
  for (let index = first; index <= last; index += 1) {
    if (tokens.kind[index] !== TokenKind.mark && !(tokens.flags[index]! & FUNCTION_WORD)) return false
  }
  return true
}

/** "Republicans on the committee", "a spokesman for the ministry": who speaks is the head, not the name that describes it. */
function headOfPhrase({ candidates, reading }: Scene, { mention, index }: Entrant): Mention {
  const { tokens, sentence } = reading
  // "Dockers' leader Ana Lima": the name right after the role says more.
  const name = candidates[index + 1]
  if (mention.kind === 'nominal' && name?.kind === 'name' && name.first === mention.last + 1) return name
  const head = candidates[index - 1]
  if (!head || mention.kind !== 'name' || !(head.flags & PERSON_NOUN)) return mention
  // A role with a name of its own ("President Novak of …") is found as that name.
  if (head.kind !== 'nominal' && head.first !== head.last) return mention
  if (sentence[head.last] !== sentence[mention.first]) return mention
  const between = mention.first - head.last - 1
  if (between < 1 || between > 2) return mention
  const joins = (tokens.flags[head.last + 1]! & Word.preposition) !== 0
  const plain = between === 1 || (tokens.flags[head.last + 2]! & Word.determiner) !== 0
  return joins && plain ? head : mention
}

/** A chance as log-odds, kept away from certainty. */
export const logOdds = (chance: number) => {
  const kept = Math.max(0.001, Math.min(0.999, chance))
  return Math.log(kept / (1 - kept))
}

/** The chance that words and speaker are both right, by the calibration learned with the model. */
export function calibrate(weights: readonly number[], speech: number, speaker: number): number {
  return logistic(weights[0]! + weights[1]! * logOdds(speech) + weights[2]! * logOdds(speaker))
}

/** The weights that choose speakers. */
export type SpeakerModel = Omit<QuoteModel, 'bits' | 'first' | 'second'>

/** Quotations and reported words of an article with their speakers, by the learned model. */
export interface ModelAttributions {
  quotations: Attribution[]
  reports: Attribution[]
  chances: Chances
}

/** Attributes all quotations and reported words of a reading. */
export function attributeByModel(reading: Reading, people: People, model: QuoteModel): ModelAttributions {
  const { chances, classes } = tagArticle(reading, model)
  const scene: Scene = {
    reading,
    people,
    chances,
    classes,
    candidates: gatherCandidates(reading, people, chances),
    portraits: [],
  }
  const quotations = new SpeakerSearch(scene, model).quotations(quotationTargets(reading))
  const reports = new SpeakerSearch(scene, model).reports(reportedTargets(reading, chances), quotations)
  return { quotations, reports, chances }
}

/** Reported words with the speaker chosen, and the chance that they are reported at all. */
export interface SeenReport {
  view: TargetView
  pick: Picked
}

/** Finds the speakers of one article's quotations, then of its reported words, in text order. */
export class SpeakerSearch {
  private previous: TargetView['previous'] = null
  constructor(
    private readonly scene: Scene,
    private readonly model: SpeakerModel,
  ) {}

  quotations(targets: readonly Target[]): Attribution[] {
    const features: number[] = []
    return targets.map((target) => {
      const view = viewTarget(this.scene, target, this.previous)
      const pick = pickSpeaker(this.scene, view, this.model)
      speechFeatures(this.scene, view, pick.chance, features)
      const speech = logistic(scoreFeatures(this.model.speech, features)) * (this.isLettering(view) ? 0.3 : 1)
      const attribution = this.attribution(
        view,
        pick,
        speech,
        calibrate(this.model.calibration, speech, pick.chance),
      )
      if (speech >= this.model.threshold && pick.mention) this.previous = { mention: pick.mention, target }
      return attribution
    })
  }

  /** The stretches that the tagger takes for reported words with the likeliest speaker of each. */
  seeReports(targets: readonly Target[], quotations: readonly Attribution[]): SeenReport[] {
    const spoken = quotations.filter(({ speech, mention }) => speech >= this.model.threshold && mention)
    let next = 0
    return targets.map((target) => {
      const view = viewTarget(this.scene, target, this.previous)
      while (next < spoken.length && spoken[next]!.target.first < target.first) next += 1
      const inner = spoken[next]
      const pick =
        inner && inner.target.last <= target.last
          ? { mention: inner.mention, chance: inner.speakerChance }
          : pickSpeaker(this.scene, view, this.model)
      if (pick.mention) this.previous = { mention: pick.mention, target }
      return { view, pick }
    })
  }

  reports(targets: readonly Target[], quotations: readonly Attribution[]): Attribution[] {
    const features: number[] = []
    return this.seeReports(targets, quotations).flatMap(({ view, pick }) => {
      if (saysNothing(this.scene.reading, view.target)) return []
      reportFeatures(this.scene, view, pick.chance, features)
      const speech = logistic(scoreFeatures(this.model.report, features))
      if (speech < this.model.reportThreshold) return []
      const confidence = calibrate(this.model.reportCalibration, speech, pick.chance)
      return [this.attribution(view, pick, speech, confidence)]
    })
  }

  /** One word in capitals without a word that reports: an inscription, a brand, an abbreviation. */
  private isLettering({ target, cue }: TargetView): boolean {
    const { text, quoted } = this.scene.reading
    const { start, end } = quoted[target.quote]!
    return cue < 0 && /^\p{Lu}{2,6}$/u.test(text.slice(start, end).replace(/[.,]$/, ''))
  }

  private attribution(view: TargetView, pick: Picked, speech: number, confidence: number): Attribution {
    const { target } = view
    const cue = this.cueFor(view, pick.mention)
    return {
      target,
      mention: pick.mention,
      cue,
      ground: pick.mention ? this.groundOf(view, pick.mention, cue) : 'none',
      speech,
      speakerChance: pick.chance,
      confidence,
    }
  }

  /** Of the cues before and after the target, the one nearer to the speaker. */
  private cueFor(view: TargetView, mention: Mention | null): Attribution['cue'] {
    const { unit } = this.scene.reading
    if (!mention) return null
    const distance = (token: number) =>
      Math.abs(token - mention.head) + Math.abs(unit[token]! - unit[mention.head]!) * 30
    const cues = [view.before, view.after].flatMap((cue) =>
      cue && distance(cue.token) < 30 ? [cue.token] : [],
    )
    if (cues.length === 0) return null
    return this.growCue(
      cues.reduce((best, token) => (distance(token) < distance(best) ? token : best)),
      mention,
    )
  }

  private growCue(token: number, mention: Mention): Attribution['cue'] {
    const belongs = (index: number) =>
      (index < mention.first || index > mention.last) &&
      this.scene.reading.sentence[index] === this.scene.reading.sentence[token] &&
      this.scene.reading.tokens.kind[index] !== 2 &&
      chanceOf(this.scene.chances, 0, index) > 0.35
    let first = token
    let last = token
    while (first > 0 && belongs(first - 1)) first -= 1
    while (belongs(last + 1)) last += 1
    return [first, last]
  }

  private groundOf(view: TargetView, mention: Mention, cue: Attribution['cue']): Ground {
    const { unit, tokens } = this.scene.reading
    const { target } = view
    const sameUnit = unit[mention.first] === unit[target.first] || unit[mention.first] === unit[target.last]
    if (this.previous && this.previous.mention === mention && !sameUnit) return 'carried'
    if (cue && (tokens.flags[cue[0]]! & Word.according) !== 0 && !(tokens.flags[cue[0]]! & Word.speech))
      return 'according'
    if (cue && (sameUnit || unit[cue[0]] === unit[mention.first])) return 'verb'
    if (sameUnit) return 'nearby'
    return mention.last < target.first ? 'before' : 'after'
  }
}
