import type { Mention } from '@shared/quotes/people/mention'
import {
  candidateFeatures,
  type Scene,
  type TargetView,
  viewTarget,
} from '@shared/quotes/speakers/candidate-features'
import { gatherCandidates } from '@shared/quotes/speakers/candidates'
import type { Target } from '@shared/quotes/speakers/target'
import { quotationTargets } from '@shared/quotes/speakers/targets'
import type { GoldAttribution } from './material'
import type { Prepared } from './prepare'
import type { Choice } from './train-linear'

type Span = [number, number]

/** A target with the attribution that owns it, if any. */
export interface GoldTarget {
  target: Target
  attribution: GoldAttribution | null
  /** Somebody's words, as the material sees it. */
  speech: boolean
}

export const sceneOf = ({ reading, people, chances, features }: Prepared): Scene => ({
  reading,
  people,
  chances,
  classes: features.classes,
  candidates: gatherCandidates(reading, people, chances),
})

const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

/** The quotations of an article with the attribution each belongs to. */
export function goldQuotations({ reading, gold }: Prepared): GoldTarget[] {
  const owners = gold.attributions.flatMap((attribution) =>
    attribution.quotes.map((span) => ({ span, attribution })),
  )
  return quotationTargets(reading).map((target) => {
    const quoted = reading.quoted[target.quote]!
    const own: Span = [quoted.start, quoted.end]
    const owner = owners.find(
      ({ span }) => overlap(own, span) * 2 >= Math.max(own[1] - own[0], span[1] - span[0]),
    )
    return { target, attribution: owner?.attribution ?? null, speech: owner !== undefined }
  })
}

/** Reported stretches of the material that no quotation covers. */
export function goldReports({ reading, gold }: Prepared): GoldTarget[] {
  const { tokens } = reading
  return gold.attributions.flatMap((attribution) =>
    attribution.content.slice(0, 1).flatMap(([start, end]) => {
      let first = 0
      while (first < tokens.count && tokens.end[first]! <= start) first += 1
      let last = first
      while (last + 1 < tokens.count && tokens.start[last + 1]! < end) last += 1
      if (
        first >= tokens.count ||
        (reading.quoteOf[first]! >= 0 && reading.quoteOf[first] === reading.quoteOf[last])
      )
        return []
      return [{ target: { first, last, quote: -1 }, attribution, speech: true }]
    }),
  )
}

/** The first candidate of each source span is right; later ones inside it ("of the union") are left out. */
function judge(prepared: Prepared, view: TargetView, attribution: GoldAttribution): Map<Mention, boolean> {
  const { tokens } = prepared.reading
  const verdicts = new Map<Mention, boolean>()
  for (const source of attribution.source) {
    let found = false
    for (const { mention } of view.entrants) {
      if (overlap([tokens.start[mention.first]!, tokens.end[mention.last]!], source) === 0) continue
      verdicts.set(mention, !found)
      found = true
    }
  }
  return verdicts
}

export interface JudgedChoice extends Choice {
  view: TargetView
  gold: GoldTarget
}

/** Choices for the ranker, earlier speakers taken from the material. */
export function choicesOf(
  prepared: Prepared,
  scene: Scene,
  targets: readonly GoldTarget[],
  weight: number,
): JudgedChoice[] {
  const choices: JudgedChoice[] = []
  let previous: TargetView['previous'] = null
  for (const gold of targets) {
    const view = viewTarget(scene, gold.target, previous)
    if (!gold.attribution || gold.attribution.source.length === 0) continue
    const verdicts = judge(prepared, view, gold.attribution)
    const answers: Int32Array[] = []
    const right: boolean[] = []
    const kept: typeof view.entrants = []
    const features: number[] = []
    let speaker: Mention | null = null
    for (const entrant of view.entrants) {
      const verdict = verdicts.get(entrant.mention)
      if (verdict === false) continue
      candidateFeatures(scene, view, entrant, features)
      answers.push(Int32Array.from(features))
      right.push(verdict === true)
      kept.push(entrant)
      if (verdict) speaker ??= entrant.mention
    }
    if (speaker) previous = { mention: speaker, target: gold.target }
    choices.push({ answers, right, weight, view: { ...view, entrants: kept }, gold })
  }
  return choices
}
