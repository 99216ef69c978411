import type { Selector } from '../../anchoring/selector'
import type { Id } from '../../base/ids'
import { canonicalJson, type Json } from '../../base/json'
import type { Annotation, Motivation } from '../../domain/annotation'
import type { Link } from '../../domain/link'
import { tagsOf } from '../../domain/member-fields'
import { isBuiltInRelation } from '../../domain/relation'
import type { FilePart } from '../container/zip-writer'
import { PATHS } from '../format'
import { textPath } from './article-paths'
import type { Digest } from './digest'
import { type PartContext, recordsOf } from './part'
import { agentOf, iriOf, provenanceOf } from './terms'

type Members = { readonly [key: string]: Json }

/** The standard's motivations; its vocabulary has no word for marking a claim, so `assessing` comes nearest. */
const MOTIVATION_TERMS: Record<Motivation, string> = {
  highlighting: 'highlighting',
  commenting: 'commenting',
  quoting: 'identifying',
  claiming: 'assessing',
}

/** `annotations.jsonld`: one page of a W3C annotation collection, all passages and then all links. */
export function* annotationParts(context: PartContext): Generator<FilePart> {
  yield { path: PATHS.annotations, content: collection(context) }
}

async function* collection({ source, digest, name }: PartContext): AsyncGenerator<string, void, undefined> {
  const total = digest.count('annotation') + digest.count('link')
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'annotations.jsonld',
    type: 'AnnotationCollection',
    label: name,
    total,
  }
  if (total === 0) {
    yield `${canonicalJson(head)}\n`
    return
  }
  const page = `{"id":"annotations.jsonld#page","items":[`
  yield `${canonicalJson(head).slice(0, -1)},"first":${page}`
  let comma = ''
  for await (const annotation of recordsOf(source, 'annotation')) {
    yield `${comma}\n${canonicalJson(annotationToW3C(annotation, digest))}`
    comma = ','
  }
  for await (const link of recordsOf(source, 'link')) {
    yield `${comma}\n${canonicalJson(linkToW3C(link, digest))}`
    comma = ','
  }
  yield `\n],"partOf":"annotations.jsonld","startIndex":0,"type":"AnnotationPage"}}\n`
}

function attribution(record: Annotation | Link, digest: Digest): Members {
  const { creator, created, modified } = provenanceOf(record)
  return { creator: agentOf(creator, digest), created, ...(modified ? { modified } : {}) }
}

/** A passage as a W3C annotation; positions are code points of the text file that is its source. */
export function annotationToW3C(annotation: Annotation, digest: Digest): Members {
  const { fields, id } = annotation
  const body = bodiesOf(annotation, digest)
  return {
    id: iriOf(id),
    type: 'Annotation',
    motivation: MOTIVATION_TERMS[fields.motivation],
    ...attribution(annotation, digest),
    ...(body.length > 0 ? { body } : {}),
    target: targetsOf(annotation, digest),
  }
}

function bodiesOf(annotation: Annotation, digest: Digest): Json[] {
  const { comment, claimId } = annotation.fields
  const bodies: Json[] = []
  if (comment !== '')
    bodies.push({ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: comment })
  for (const tag of tagsOf(annotation)) {
    const label = digest.tags.get(tag)?.fields.label
    if (label !== undefined) bodies.push({ type: 'TextualBody', purpose: 'tagging', value: label })
  }
  if (claimId !== null)
    bodies.push({ type: 'SpecificResource', purpose: 'identifying', source: iriOf(claimId) })
  return bodies
}

function targetsOf({ fields }: Annotation, digest: Digest): Json {
  const { versionId, passages } = fields.target
  const path = textPath(digest, versionId)
  const source = path ?? iriOf(fields.articleId)
  const targets = passages.map((passage) => ({
    type: 'SpecificResource',
    source,
    selector: selectorsOf(passage, path === null ? null : versionId, digest),
  }))
  return targets.length === 1 ? (targets[0] as Json) : targets
}

/** Where the text is not in the bundle nobody can count in it: then the words alone say where. */
function selectorsOf(
  { start, end, exact, prefix, suffix }: Selector,
  versionId: Id | null,
  digest: Digest,
): Json {
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix }
  const table = versionId === null ? undefined : digest.codec.table(versionId)
  const [from, to] = [table?.toCodePoint(start) ?? null, table?.toCodePoint(end) ?? null]
  if (from === null || to === null) return [quote]
  return [quote, { type: 'TextPositionSelector', start: from, end: to }]
}

/** A link as an annotation of its first end; the relation's name and the comment are bodies beside the other end. */
function linkToW3C(link: Link, digest: Digest): Members {
  const { from, to, relation, comment } = link.fields
  const label = isBuiltInRelation(relation) ? relation : digest.relations.get(relation)?.fields.label
  return {
    id: iriOf(link.id),
    type: 'Annotation',
    motivation: 'linking',
    ...attribution(link, digest),
    body: [
      iriOf(to),
      { type: 'TextualBody', purpose: 'classifying', value: label ?? relation },
      ...(comment === '' ? [] : [{ type: 'TextualBody', purpose: 'describing', value: comment }]),
    ],
    target: iriOf(from),
  }
}
