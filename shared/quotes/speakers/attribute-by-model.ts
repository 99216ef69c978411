import { Word } from '../languages/lexicon'
import type { QuoteModel } from '../model/quote-model'
import type { Mention } from '../people/mention'
import type { People } from '../people/people'
import type { Reading } from '../reading/read-article'
import { type Chances, chanceOf } from '../tagging/second-pass'
import { tagArticle } from '../tagging/tag-article'
import type { Attribution, Ground } from './attribution'
import { candidateFeatures, type Scene, type TargetView, viewTarget } from './candidate-features'
import { gatherCandidates } from './candidates'
import { logistic, scoreFeatures, softmax } from './linear'
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
  return { mention: view.entrants[best]!.mention, chance: chances[best]! }
}

const logOdds = (chance: number) => {
  const kept = Math.max(0.001, Math.min(0.999, chance))
  return Math.log(kept / (1 - kept))
}

/** The chance that words and speaker are both right, by the calibration learned with the model. */
export function calibrate(weights: readonly number[], speech: number, speaker: number): number {
  return logistic(weights[0]! + weights[1]! * logOdds(speech) + weights[2]! * logOdds(speaker))
}

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
  }
  const quotations = new SpeakerSearch(scene, model).quotations(quotationTargets(reading))
  const reports = new SpeakerSearch(scene, model).reports(reportedTargets(reading, chances), quotations)
  return { quotations, reports, chances }
}

class SpeakerSearch {
  private previous: TargetView['previous'] = null
  constructor(
    private readonly scene: Scene,
    private readonly model: QuoteModel,
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

  reports(targets: readonly Target[], quotations: readonly Attribution[]): Attribution[] {
    return targets.map((target) => {
      const view = viewTarget(this.scene, target, this.previous)
      const inner = quotations.find(
        ({ target: other, speech }) =>
          speech >= this.model.threshold && other.first >= target.first && other.last <= target.last,
      )
      const pick = inner?.mention
        ? { mention: inner.mention, chance: inner.speakerChance }
        : pickSpeaker(this.scene, view, this.model)
      const speech = this.meanContent(target)
      if (pick.mention) this.previous = { mention: pick.mention, target }
      return this.attribution(
        view,
        pick,
        speech,
        calibrate(this.model.reportCalibration, speech, pick.chance),
      )
    })
  }

  /** One word in capitals without a word that reports: an inscription, a brand, an abbreviation. */
  private isLettering({ target, cue }: TargetView): boolean {
    const { text, quoted } = this.scene.reading
    const { start, end } = quoted[target.quote]!
    return cue < 0 && /^\p{Lu}{2,6}$/u.test(text.slice(start, end).replace(/[.,]$/, ''))
  }

  private meanContent(target: Target): number {
    let sum = 0
    for (let index = target.first; index <= target.last; index += 1)
      sum += chanceOf(this.scene.chances, 2, index)
    return sum / (target.last - target.first + 1)
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
