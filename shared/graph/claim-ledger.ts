import type { Id } from '../base/ids'
import type { ClaimStatus } from '../domain/claim'
import type { NotebookView } from '../notebook/notebook-view'
import { ACCEPTED, UNDECIDED } from './argumentation'
import { derivedStatus, evidenceIdOf, type WeighedNotebook, weighedNow } from './claim-status'
import { groupByOrigin, type OriginGroup } from './independence'
import { labelOf } from './label'

/** One thing that speaks for or against a claim. */
export interface Reason {
  /** A claim, or a piece of evidence. */
  readonly id: Id
  readonly isClaim: boolean
  /** Whether it counts (nothing undecided or better stands against it), is itself open, or does not count. */
  readonly weight: 'counts' | 'open' | 'none'
}

/** What a claim comes to, beside the researcher's own judgement. */
export interface ClaimAssessment {
  readonly claim: Id
  readonly derived: ClaimStatus
  readonly own: ClaimStatus
  readonly supporting: readonly Reason[]
  readonly contradicting: readonly Reason[]
  /** The evidence for and against, also that of the claims in between, by independent origin. */
  readonly originsFor: readonly OriginGroup[]
  readonly originsAgainst: readonly OriginGroup[]
  /** Why the derived status is what it is, in sentences. */
  readonly why: readonly string[]
}

type Bearing = 'supports' | 'contradicts'

/** The claims that are one statement with this one, itself among them. */
function sameClaims(view: NotebookView, claim: Id): Set<Id> {
  const found = new Set<Id>([claim])
  for (const id of found)
    for (const { fields } of view.by('linksByEnd', id)) {
      const other = fields.from === id ? fields.to : fields.from
      if (fields.relation === 'sameAs' && view.find('claim', other)) found.add(other)
    }
  return found
}

/** What bears on a claim; a contradiction between two claims counts from both of its ends. */
function bearersOf(view: NotebookView, claim: Id, bearing: Bearing): Id[] {
  const same = sameClaims(view, claim)
  const found = new Set<Id>()
  for (const own of same)
    for (const { fields } of view.by('linksByEnd', own)) {
      if (fields.relation !== bearing) continue
      const other = fields.to === own ? fields.from : fields.to
      const isMutual = bearing === 'contradicts' && view.find('claim', other) !== undefined
      if (fields.to !== own && !isMutual) continue
      const id = evidenceIdOf(view, other)
      if (id !== null && !same.has(id)) found.add(id)
    }
  return [...found]
}

function weigh(view: NotebookView, { numberOf, standing }: WeighedNotebook, id: Id): Reason {
  const holds = standing.holds[numberOf.get(id) ?? -1]
  const weight = holds === ACCEPTED ? 'counts' : holds === UNDECIDED ? 'open' : 'none'
  return { id, isClaim: view.find('claim', id) !== undefined, weight }
}

/** The evidence at the bottom of some reasons, through the claims in between. */
function evidenceBelow(view: NotebookView, reasons: readonly Reason[]): Id[] {
  const evidence = new Set<Id>()
  const seen = new Set<Id>()
  const open = reasons.map(({ id }) => id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (view.find('claim', id)) open.push(...bearersOf(view, id, 'supports'))
    else evidence.add(id)
  }
  return [...evidence].sort()
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

function namesOf(view: NotebookView, reasons: readonly Reason[]): string {
  const names = reasons.slice(0, 2).map(({ id }) => {
    const record = view.get(id)
    return `“${record ? labelOf(view, record) : ''}”`
  })
  const rest = reasons.length - names.length
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(' and ')
}

function explainSide(
  view: NotebookView,
  reasons: readonly Reason[],
  origins: readonly OriginGroup[],
  side: 'for' | 'against',
): string[] {
  const counting = reasons.filter(({ weight }) => weight === 'counts')
  const open = reasons.filter(({ weight }) => weight === 'open')
  const idle = reasons.filter(({ weight }) => weight === 'none')
  const sentences: string[] = []
  if (counting.length > 0)
    sentences.push(
      `${namesOf(view, counting)} ${counting.length === 1 ? 'speaks' : 'speak'} ${side} it${
        origins.length > 0 ? `, from ${plural(origins.length, 'independent origin')}` : ''
      }.`,
    )
  if (open.length > 0)
    sentences.push(
      `${namesOf(view, open)} would speak ${side} it, but ${open.length === 1 ? 'is' : 'are'} disputed.`,
    )
  if (idle.length > 0)
    sentences.push(
      `${namesOf(view, idle)} ${idle.length === 1 ? 'does' : 'do'} not count: nothing that holds supports ${
        idle.length === 1 ? 'it' : 'them'
      }.`,
    )
  for (const { evidence, label, circular } of origins) {
    if (circular) sentences.push(`The sources around ${label} go back to one another and count once.`)
    else if (evidence.length > 1)
      sentences.push(`${evidence.length} pieces come from ${label} and count once.`)
  }
  return sentences
}

const VERDICTS: Readonly<Record<ClaimStatus, string>> = {
  supported: 'Supported: what speaks for it holds, and nothing that counts speaks against it.',
  refuted: 'Refuted: something that holds speaks against it, and nothing that counts speaks for it.',
  disputed: 'Disputed: what bears on it is contradicted, and neither side prevails.',
  unverified: 'Unverified: nothing that counts speaks for or against it yet.',
}

/** Assesses one claim; undefined when it is not there. */
export function assessClaim(view: NotebookView, claim: Id): ClaimAssessment | undefined {
  const record = view.find('claim', claim)
  if (!record) return undefined
  const weighed = weighedNow(view)
  const reasons = (bearing: Bearing) => bearersOf(view, claim, bearing).map((id) => weigh(view, weighed, id))
  const [supporting, contradicting] = [reasons('supports'), reasons('contradicts')]
  const originsOf = (side: readonly Reason[]) =>
    groupByOrigin(
      view,
      evidenceBelow(
        view,
        side.filter(({ weight }) => weight !== 'none'),
      ),
    )
  const [originsFor, originsAgainst] = [originsOf(supporting), originsOf(contradicting)]
  const derived = derivedStatus(weighed, claim)
  const why = [
    VERDICTS[derived],
    ...explainSide(view, supporting, originsFor, 'for'),
    ...explainSide(view, contradicting, originsAgainst, 'against'),
  ]
  return {
    claim,
    derived,
    own: record.fields.status,
    supporting,
    contradicting,
    originsFor,
    originsAgainst,
    why,
  }
}

/** Claims that call for work. */
export interface ClaimLists {
  /** Nothing speaks for them. */
  readonly withoutEvidence: readonly Id[]
  /** All that speaks for them comes from one origin. */
  readonly onOneSource: readonly Id[]
  /** Contradicted, and nothing decides for either side: both hold, or neither has anything that counts. */
  readonly openContradictions: readonly Id[]
}

function isLeftOpen(view: NotebookView, { derived, contradicting }: ClaimAssessment): boolean {
  if (derived === 'disputed') return contradicting.length > 0
  const isBare = ({ id, isClaim }: Reason) => isClaim && derivedStatus(weighedNow(view), id) === 'unverified'
  return derived === 'unverified' && contradicting.some(isBare)
}

/** Sorts out the claims that call for work, oldest first. */
export function listClaims(view: NotebookView): ClaimLists {
  const withoutEvidence: Id[] = []
  const onOneSource: Id[] = []
  const openContradictions: Id[] = []
  for (const { id } of view.all('claim')) {
    const assessment = assessClaim(view, id)
    if (!assessment) continue
    if (assessment.supporting.length === 0) withoutEvidence.push(id)
    if (assessment.originsFor.length === 1) onOneSource.push(id)
    if (isLeftOpen(view, assessment)) openContradictions.push(id)
  }
  return { withoutEvidence, onOneSource, openContradictions }
}
