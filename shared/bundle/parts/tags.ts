import type { Json } from '../../base/json'
import type { FilePart } from '../container/zip-writer'
import { PATHS } from '../format'
import { inRuns } from '../source'
import { jsonLd } from './json-ld'
import type { PartContext } from './part'
import { iriOf } from './terms'

const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const CONTEXT: Json = {
  id: '@id',
  type: '@type',
  Concept: `${SKOS}Concept`,
  ConceptScheme: `${SKOS}ConceptScheme`,
  prefLabel: `${SKOS}prefLabel`,
  inScheme: { '@id': `${SKOS}inScheme`, '@type': '@id' },
  broader: { '@id': `${SKOS}broader`, '@type': '@id' },
  topConceptOf: { '@id': `${SKOS}topConceptOf`, '@type': '@id' },
  exactMatch: { '@id': `${SKOS}exactMatch`, '@type': '@id' },
}
const SCHEME = '#tags'

/** `tags.jsonld`: the tree of tags as a SKOS concept scheme. */
export function* tagParts(context: PartContext): Generator<FilePart> {
  yield { path: PATHS.tags, content: jsonLd(CONTEXT, inRuns(concepts(context))) }
}

function* concepts({ digest, name }: PartContext): Generator<Json> {
  yield { id: SCHEME, type: 'ConceptScheme', prefLabel: `Tags of ${name}` }
  for (const { id, fields } of digest.tags.values()) {
    const parent = fields.parentId !== null && digest.tags.has(fields.parentId) ? fields.parentId : null
    yield {
      id: iriOf(id),
      type: 'Concept',
      prefLabel: fields.label,
      inScheme: SCHEME,
      ...(parent ? { broader: iriOf(parent) } : { topConceptOf: SCHEME }),
      ...(fields.mergedInto ? { exactMatch: iriOf(fields.mergedInto) } : {}),
    }
  }
}
