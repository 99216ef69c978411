import type { Id } from '../base/ids'
import type { ClaimStatus } from '../domain/claim'
import type { NotebookView } from '../notebook/notebook-view'
import { ACCEPTED, REJECTED } from './argumentation'
import { memoizeByRevision } from './memoize-by-revision'
import { type Standing, type Statements, weighStatements } from './statements'

/** What the supports and contradicts links of a notebook come to. */
export interface WeighedNotebook {
  /** Number of each claim and each piece of evidence; claims that are the same share one. */
  readonly numberOf: ReadonlyMap<Id, number>
  readonly statements: Statements
  readonly standing: Standing
}

/** Leaves a piece of evidence out, as if its source had been withdrawn. */
export type IsWithdrawn = (evidence: Id) => boolean

/** A passage that marks a quote's words is that quote. */
export function evidenceIdOf(view: NotebookView, id: Id): Id | null {
  const record = view.get(id)
  if (!record || record.fields.deleted === true) return null
  if (record.kind === 'annotation') return view.by('quotesByAnnotation', id)[0]?.id ?? id
  return record.kind === 'version' || record.kind === 'link' ? null : id
}

class StatementGatherer {
  readonly numberOf = new Map<Id, number>()
  readonly #isEvidence: number[] = []
  readonly supporters: number[] = []
  readonly supported: number[] = []
  readonly deniers: number[] = []
  readonly denied: number[] = []

  constructor(
    readonly view: NotebookView,
    readonly isWithdrawn: IsWithdrawn,
  ) {}

  #add(id: Id, isEvidence: boolean): number {
    const number = this.#isEvidence.push(isEvidence ? 1 : 0) - 1
    this.numberOf.set(id, number)
    return number
  }

  /** Numbers the claims; those linked as the same are one statement. */
  addClaims(): void {
    const same = new Map<Id, Id>()
    const first = (id: Id): Id => {
      let root = id
      for (let next = same.get(root); next !== undefined; next = same.get(root)) root = next
      return root
    }
    for (const { fields } of this.view.all('link')) {
      if (fields.relation !== 'sameAs') continue
      if (!this.view.find('claim', fields.from) || !this.view.find('claim', fields.to)) continue
      const [a, b] = [first(fields.from), first(fields.to)].sort() as [Id, Id]
      if (a !== b) same.set(b, a)
    }
    for (const { id } of this.view.all('claim')) {
      const root = first(id)
      const number = this.numberOf.get(root) ?? this.#add(root, false)
      this.numberOf.set(id, number)
    }
  }

  #numberOf(end: Id): number | undefined {
    const known = this.numberOf.get(end)
    if (known !== undefined) return known
    const id = evidenceIdOf(this.view, end)
    if (id === null || this.isWithdrawn(id)) return undefined
    return this.numberOf.get(id) ?? this.#add(id, true)
  }

  addLinks(): void {
    for (const { fields } of this.view.all('link')) {
      if (fields.relation !== 'supports' && fields.relation !== 'contradicts') continue
      const from = this.#numberOf(fields.from)
      const to = this.#numberOf(fields.to)
      if (from === undefined || to === undefined) continue
      const isSupport = fields.relation === 'supports'
      ;(isSupport ? this.supporters : this.deniers).push(from)
      ;(isSupport ? this.supported : this.denied).push(to)
    }
  }

  finish(): Statements {
    const { supporters, supported, deniers, denied } = this
    const isEvidence = Uint8Array.from(this.#isEvidence)
    return { size: isEvidence.length, isEvidence, supporters, supported, deniers, denied }
  }
}

/** Weighs all claims of a notebook by grounded semantics, without the evidence that is withdrawn. */
export function weighNotebook(view: NotebookView, isWithdrawn: IsWithdrawn = () => false): WeighedNotebook {
  const gatherer = new StatementGatherer(view, isWithdrawn)
  gatherer.addClaims()
  gatherer.addLinks()
  const statements = gatherer.finish()
  return { numberOf: gatherer.numberOf, statements, standing: weighStatements(statements) }
}

/** The notebook weighed as it is now, kept until it changes. */
export const weighedNow = memoizeByRevision((view) => weighNotebook(view))

/**
 * The status that follows from the links: supported or refuted where grounded semantics decides so, disputed where it
 * leaves the claim open, unverified where nothing that counts bears on it.
 */
export function derivedStatus({ numberOf, standing }: WeighedNotebook, claim: Id): ClaimStatus {
  const number = numberOf.get(claim)
  if (number === undefined) return 'unverified'
  const holds = standing.holds[number]
  const isRefuted = standing.isRefuted[number]
  if (holds === ACCEPTED) return 'supported'
  if (isRefuted === ACCEPTED) return 'refuted'
  return holds === REJECTED && isRefuted === REJECTED ? 'unverified' : 'disputed'
}
