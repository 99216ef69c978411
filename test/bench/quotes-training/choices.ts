import type { Mention } from '@shared/quotes/people/mention'
import { DOUBLE_APOSTROPHE } from '@shared/quotes/reading/quotation-marks'
import {
  candidateFeatures,
  type Scene,
  type TargetView,
  viewTarget,
} from '@shared/quotes/speakers/candidate-features'
import { gatherCandidates } from '@shared/quotes/speakers/candidates'
import type { Target } from '@shared/quotes/speakers/target'
import { quotationTargets } from '@shared/quotes/speakers/targets'
import { type GoldAttribution, overlap } from './material'
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
  portraits: [],
})

/** Two apostrophes are no quotation marks to the material: whose content such words are, owns them. */
function ownerByContent(own: Span, attributions: readonly GoldAttribution[]): GoldAttribution | null {
  const shared = (attribution: GoldAttribution) =>
    attribution.content.reduce((sum, span) => sum + overlap(own, span), 0)
  return attributions.find((attribution) => shared(attribution) >= 0.8 * (own[1] - own[0])) ?? null
}

/** The quotations of an article with the attribution each belongs to. */
export function goldQuotations({ reading, gold }: Prepared): GoldTarget[] {
  const owners = gold.attributions.flatMap((attribution) =>
    attribution.quotes.map((span) => ({ span, attribution })),
  )
  return quotationTargets(reading).map((target) => {
    const quoted = reading.quoted[target.quote]!
    const own: Span = [quoted.start, quoted.end]
    const owner =
      quoted.mark === DOUBLE_APOSTROPHE
        ? ownerByContent(own, gold.attributions)
        : owners.find(({ span }) => overlap(own, span) * 2 >= Math.max(own[1] - own[0], span[1] - span[0]))
            ?.attribution
    return { target, attribution: owner ?? null, speech: Boolean(owner) }
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

const spanOf = ({ reading }: Prepared, { first, last }: { first: number; last: number }): Span => [
  reading.tokens.start[first]!,
  reading.tokens.end[last]!,
]

const sharedWith = (span: Span, attribution: GoldAttribution) =>
  attribution.content.reduce((sum, other) => sum + overlap(span, other), 0)

/** The attribution that holds most of a stretch, if it holds half. */
export function ownerOf(prepared: Prepared, target: Target): GoldAttribution | null {
  const span = spanOf(prepared, target)
  let owner: GoldAttribution | null = null
  let most = (span[1] - span[0]) / 2
  for (const attribution of prepared.gold.attributions) {
    const shared = sharedWith(span, attribution)
    if (shared < most) continue
    most = shared
    owner = attribution
  }
  return owner
}

/** Whether at least half of a stretch is reported, whoever says it. */
export function isContent(prepared: Prepared, target: Target): boolean {
  const span = spanOf(prepared, target)
  const shared = prepared.gold.attributions.reduce((sum, each) => sum + sharedWith(span, each), 0)
  return shared * 2 >= span[1] - span[0]
}

/** Whether a mention stands in the source of an attribution. */
export const isSource = (prepared: Prepared, attribution: GoldAttribution, mention: Mention): boolean =>
  attribution.source.some((span) => overlap(spanOf(prepared, mention), span) > 0)

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

/** The mention that weights give the greatest score, or null. */
function pickOf(choice: JudgedChoice, weights: Float32Array): Mention | null {
  let best: Mention | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  choice.answers.forEach((features, index) => {
    const score = features.reduce((sum, feature) => sum + weights[feature]!, 0)
    if (score <= bestScore) return
    bestScore = score
    best = choice.view.entrants[index]!.mention
  })
  return best
}

/**
 * Choices for the ranker. Who spoke before is taken from the material, or, where weights of a ranker that never saw
 * the article are given, from its picks: what the ranker will have to lean on in use.
 */
export function choicesOf(
  prepared: Prepared,
  scene: Scene,
  targets: readonly GoldTarget[],
  weight: number,
  ranker: Float32Array | null = null,
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
    const choice = { answers, right, weight, view: { ...view, entrants: kept }, gold }
    choices.push(choice)
    const before = ranker ? pickOf(choice, ranker) : speaker
    if (before) previous = { mention: before, target: gold.target }
  }
  return choices
}
