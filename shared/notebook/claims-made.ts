import type { Id } from '../base/ids'
import type { Annotation } from '../domain/annotation'
import type { Claim } from '../domain/claim'
import type { NotebookView } from './notebook-view'
import { saidBy } from './people'

function isWithin(inner: Annotation, outer: Annotation): boolean {
  const [one, other] = [inner.fields.target, outer.fields.target]
  if (one.versionId !== other.versionId) return false
  return one.passages.every(({ start, end }) =>
    other.passages.some((passage) => passage.start <= start && end <= passage.end),
  )
}

/** The claims that somebody's own words make, oldest first: the quote makes it, or a passage within the quote does. */
export function claimsMadeBy(view: NotebookView, id: Id): Claim[] {
  const claims = new Set<Id>()
  const claiming = new Map<Id, Annotation[]>()
  const claimingIn = (article: Id) => {
    const known = claiming.get(article)
    if (known) return known
    const found = view.by('annotationsByArticle', article).filter(({ fields }) => fields.claimId !== null)
    claiming.set(article, found)
    return found
  }
  for (const { fields } of saidBy(view, id)) {
    const quoted = view.find('annotation', fields.annotationId)
    if (!quoted) continue
    for (const passage of claimingIn(fields.articleId))
      if (passage.fields.claimId && isWithin(passage, quoted)) claims.add(passage.fields.claimId)
  }
  return [...claims].sort().flatMap((claim) => view.find('claim', claim) ?? [])
}

/** What stands against a claim: passages, quotes, claims and articles linked as contradicting it from either end. */
export function contradictorsOf(view: NotebookView, claim: Id): Id[] {
  return view
    .by('linksByEnd', claim)
    .filter(({ fields }) => fields.relation === 'contradicts')
    .map(({ fields }) => (fields.from === claim ? fields.to : fields.from))
}
