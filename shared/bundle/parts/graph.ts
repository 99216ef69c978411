import { contributorOf } from '../../base/clock'
import type { Json } from '../../base/json'
import type { Article } from '../../domain/article'
import type { Claim } from '../../domain/claim'
import type { Contributor } from '../../domain/contributor'
import type { Entity, EntityType } from '../../domain/entity'
import type { Link } from '../../domain/link'
import type { Quote } from '../../domain/quote'
import type { RecordState } from '../../domain/record'
import { type BuiltInRelation, isBuiltInRelation } from '../../domain/relation'
import type { FilePart } from '../container/zip-writer'
import { PATHS } from '../format'
import { inRuns } from '../source'
import { jsonLd } from './json-ld'
import { type PartContext, runsOf } from './part'
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

async function* nodes({ digest, source }: PartContext): AsyncGenerator<readonly Json[], void, undefined> {
  yield* inRuns([...digest.contributors.values()].map(contributorNode))
  yield* inRuns([...digest.articles.values()].map(articleNode))
  yield* inRuns([...digest.entities.values()].map(entityNode))
  for await (const claims of runsOf(source, 'claim')) yield claims.map(claimNode)
  for await (const quotes of runsOf(source, 'quote')) yield quotes.map(quoteNode)
  for await (const links of runsOf(source, 'link')) yield links.map(linkNode)
}

const contributorNode = ({ id, fields }: Contributor): Json => ({
  id: iriOf(id),
  type: ['prov:Agent', 'schema:Person'],
  name: fields.name,
})

function articleNode(article: Article): Json {
  const { title, url } = article.fields
  return {
    id: iriOf(article.id),
    type: 'schema:Article',
    headline: title,
    ...(url && !/[\s<>"{}|\\^`]/.test(url) ? { url } : {}),
    ...provenance(article),
  }
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
