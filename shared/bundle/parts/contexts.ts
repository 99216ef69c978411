import { canonicalJson, type Json } from '../../base/json'
import type { FilePart } from '../container/zip-writer'

const OA = 'http://www.w3.org/ns/oa#'
const AS = 'http://www.w3.org/ns/activitystreams#'
const DCTERMS = 'http://purl.org/dc/terms/'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

const link = (id: string, vocabulary = false): Json => ({ '@id': id, '@type': vocabulary ? '@vocab' : '@id' })
const time = (id: string): Json => ({ '@id': id, '@type': `${XSD}dateTime` })
const whole = (id: string): Json => ({ '@id': id, '@type': `${XSD}nonNegativeInteger` })
const named = (base: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, base + name]))

/** The terms of the W3C annotation context that bundles use, from the vocabulary's own term list. */
export const ANNOTATION_CONTEXT: Json = {
  id: '@id',
  type: '@type',
  ...named(
    OA,
    'Annotation',
    'SpecificResource',
    'TextQuoteSelector',
    'TextPositionSelector',
    'exact',
    'prefix',
  ),
  ...named(OA, 'suffix', 'commenting', 'highlighting', 'identifying', 'assessing', 'linking', 'tagging'),
  ...named(OA, 'classifying', 'describing'),
  TextualBody: `${OA}TextualBody`,
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  Person: 'http://xmlns.com/foaf/0.1/Person',
  name: 'http://xmlns.com/foaf/0.1/name',
  body: link(`${OA}hasBody`),
  target: link(`${OA}hasTarget`),
  source: link(`${OA}hasSource`),
  selector: link(`${OA}hasSelector`),
  motivation: link(`${OA}motivatedBy`, true),
  purpose: link(`${OA}hasPurpose`, true),
  start: whole(`${OA}start`),
  end: whole(`${OA}end`),
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  creator: link(`${DCTERMS}creator`),
  created: time(`${DCTERMS}created`),
  modified: time(`${DCTERMS}modified`),
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  total: whole(`${AS}totalItems`),
  first: link(`${AS}first`),
  partOf: link(`${AS}partOf`),
  startIndex: whole(`${AS}startIndex`),
  items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' },
}

const SCHEMA = 'http://schema.org/'

/** The terms of the RO-Crate 1.2 context that bundles use. */
export const CRATE_CONTEXT: Json = {
  ...named(
    SCHEMA,
    'CreativeWork',
    'Dataset',
    'Article',
    'Person',
    'name',
    'description',
    'identifier',
    'about',
  ),
  ...named(SCHEMA, 'datePublished', 'license', 'author', 'hasPart', 'url', 'inLanguage', 'encodingFormat'),
  File: `${SCHEMA}MediaObject`,
  conformsTo: `${DCTERMS}conformsTo`,
}

/** Where each remote context is in the bundle, so that programs without a network can read the linked data. */
export const BUNDLED_CONTEXTS = {
  'http://www.w3.org/ns/anno.jsonld': { path: 'contexts/anno.jsonld', context: ANNOTATION_CONTEXT },
  'https://w3id.org/ro/crate/1.2/context': { path: 'contexts/ro-crate.jsonld', context: CRATE_CONTEXT },
} as const

/** `contexts/`: the terms that the linked data in this bundle uses. */
export function* contextParts(): Generator<FilePart> {
  for (const { path, context } of Object.values(BUNDLED_CONTEXTS))
    yield { path: `data/${path}`, content: [`${canonicalJson({ '@context': context })}\n`] }
}
