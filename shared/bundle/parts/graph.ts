import { contributorOf } from '../../base/clock'
import type { Json } from '../../base/json'
import type { Claim } from '../../domain/claim'
import type { Entity, EntityType } from '../../domain/entity'
import type { Link } from '../../domain/link'
import type { Quote } from '../../domain/quote'
import type { RecordState } from '../../domain/record'
import { type BuiltInRelation, isBuiltInRelation } from '../../domain/relation'
import type { FilePart } from '../container/zip-writer'
import { PATHS } from '../format'
import { jsonLd } from './json-ld'
import { type PartContext, recordsOf } from './part'
import { iriOf, isoTime } from './terms'

const reference = (id: string): Json => ({ '@id': id, '@type': '@id' })
const CONTEXT: Json = {
  schema: 'http://schema.org/',
  cito: 'http://purl.org/spar/cito/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  name: 'schema:name',
  text: 'schema:text',
  description: 'schema:description',
  alternateName: 'schema:alternateName',
  jobTitle: 'schema:jobTitle',
  creativeWorkStatus: 'schema:creativeWorkStatus',
  headline: 'schema:headline',
  url: reference('schema:url'),
  isPartOf: reference('schema:isPartOf'),
  spokenByCharacter: reference('schema:spokenByCharacter'),
  isBasedOn: reference('schema:isBasedOn'),
  sameAs: reference('schema:sameAs'),
  citing: reference('cito:hasCitingEntity'),
  cited: reference('cito:hasCitedEntity'),
  characterization: reference('cito:hasCitationCharacterization'),
  attributedTo: reference('prov:wasAttributedTo'),
  generatedAt: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
}

const ENTITY_CLASSES: Record<EntityType, string> = {
  person: 'schema:Person',
  organisation: 'schema:Organization',
  place: 'schema:Place',
  event: 'schema:Event',
  work: 'schema:CreativeWork',
}

/** The nearest terms: CiTO for what one statement does to another, schema.org and PROV-O for the rest. */
const RELATION_TERMS: Record<BuiltInRelation, string> = {
  supports: 'cito:supports',
  contradicts: 'cito:disagreesWith',
  qualifies: 'cito:qualifies',
  respondsTo: 'cito:repliesTo',
  cites: 'cito:cites',
  sameAs: 'schema:sameAs',
  partOf: 'schema:isPartOf',
  mentions: 'schema:mentions',
  saidBy: 'prov:wasAttributedTo',
}

/** `graph.jsonld`: contributors, articles, entities, claims, quotes and links, each with its author and time. */
export function* graphParts(context: PartContext): Generator<FilePart> {
  yield { path: PATHS.graph, content: jsonLd(CONTEXT, nodes(context)) }
}

const provenance = (record: RecordState<unknown>) => ({
  attributedTo: iriOf(contributorOf(record.created)),
  generatedAt: isoTime(record.created),
})

async function* nodes({ digest, source }: PartContext): AsyncGenerator<Json, void, undefined> {
  for (const { id, fields } of digest.contributors.values())
    yield { id: iriOf(id), type: ['prov:Agent', 'schema:Person'], name: fields.name }
  for (const article of digest.articles.values()) {
    const { title, url } = article.fields
    yield {
      id: iriOf(article.id),
      type: 'schema:Article',
      headline: title,
      ...(url && !/[\s<>"{}|\\^`]/.test(url) ? { url } : {}),
      ...provenance(article),
    }
  }
  for (const entity of digest.entities.values()) yield entityNode(entity)
  for await (const claim of recordsOf(source, 'claim')) yield claimNode(claim)
  for await (const quote of recordsOf(source, 'quote')) yield quoteNode(quote)
  for await (const link of recordsOf(source, 'link')) yield linkNode(link)
}

function entityNode(entity: Entity): Json {
  const { entityType, name, aliases, role, description, mergedInto } = entity.fields
  return {
    id: iriOf(entity.id),
    type: ENTITY_CLASSES[entityType],
    name,
    ...(aliases.length > 0 ? { alternateName: aliases } : {}),
    ...(role ? { jobTitle: role } : {}),
    ...(description ? { description } : {}),
    ...(mergedInto ? { sameAs: iriOf(mergedInto) } : {}),
    ...provenance(entity),
  }
}

function claimNode(claim: Claim): Json {
  const { text, status, comment } = claim.fields
  return {
    id: iriOf(claim.id),
    type: 'schema:Claim',
    text,
    creativeWorkStatus: status,
    ...(comment ? { description: comment } : {}),
    ...provenance(claim),
  }
}

function quoteNode(quote: Quote): Json {
  const { articleId, annotationId, speakerId } = quote.fields
  return {
    id: iriOf(quote.id),
    type: 'schema:Quotation',
    isPartOf: iriOf(articleId),
    isBasedOn: iriOf(annotationId),
    ...(speakerId ? { spokenByCharacter: iriOf(speakerId) } : {}),
    ...provenance(quote),
  }
}

function linkNode(link: Link): Json {
  const { from, to, relation, comment } = link.fields
  return {
    id: iriOf(link.id),
    type: 'cito:Citation',
    citing: iriOf(from),
    cited: iriOf(to),
    characterization: isBuiltInRelation(relation) ? RELATION_TERMS[relation] : iriOf(relation),
    ...(comment ? { description: comment } : {}),
    ...provenance(link),
  }
}
