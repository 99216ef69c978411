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
import { type PartContext, runsOf } from './part'
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
  const join = (items: readonly Members[]) => {
    if (items.length === 0) return ''
    const text = `${comma}\n${items.map(canonicalJson).join(',\n')}`
    comma = ','
    return text
  }
  for await (const run of runsOf(source, 'annotation'))
    yield join(run.map((annotation) => annotationToW3C(annotation, digest)))
  for await (const run of runsOf(source, 'link')) yield join(run.map((link) => linkToW3C(link, digest)))
  yield `\n],"partOf":"annotations.jsonld","startIndex":0,"type":"AnnotationPage"}}\n`
}

function attribution(record: Annotation | Link, digest: Digest): Members {
  const { creator, created, modified } = provenanceOf(record)
  return { created, creator: agentOf(creator, digest), ...(modified ? { modified } : {}) }
}

/** A passage as a W3C annotation, its members in order of name, as they are written; positions are code points of the text file that is its source. */
export function annotationToW3C(annotation: Annotation, digest: Digest): Members {
  const { fields, id } = annotation
  const { creator, created, modified } = provenanceOf(annotation)
  const body = bodiesOf(annotation, digest)
  const members: Record<string, Json> = {}
  if (body.length > 0) members.body = body
  members.created = created
  members.creator = agentOf(creator, digest)
  members.id = iriOf(id)
  if (modified !== null) members.modified = modified
  members.motivation = MOTIVATION_TERMS[fields.motivation]
  members.target = targetsOf(annotation, digest)
  members.type = 'Annotation'
  return members
}

function bodiesOf(annotation: Annotation, digest: Digest): Json[] {
  const { comment, claimId } = annotation.fields
  const bodies: Json[] = []
  if (comment !== '')
    bodies.push({ format: 'text/plain', purpose: 'commenting', type: 'TextualBody', value: comment })
  for (const tag of tagsOf(annotation)) {
    const label = digest.tags.get(tag)?.fields.label
    if (label !== undefined) bodies.push({ purpose: 'tagging', type: 'TextualBody', value: label })
  }
  if (claimId !== null)
    bodies.push({ purpose: 'identifying', source: iriOf(claimId), type: 'SpecificResource' })
  return bodies
}

function targetsOf({ fields }: Annotation, digest: Digest): Json {
  const { versionId, passages } = fields.target
  const path = textPath(digest, versionId)
  const source = path ?? iriOf(fields.articleId)
  const targets = passages.map((passage) => ({
    selector: selectorsOf(passage, path === null ? null : versionId, digest),
    source,
    type: 'SpecificResource',
  }))
  return targets.length === 1 ? (targets[0] as Json) : targets
}

/** Where the text is not in the bundle nobody can count in it: then the words alone say where. */
function selectorsOf(
  { start, end, exact, prefix, suffix }: Selector,
  versionId: Id | null,
  digest: Digest,
): Json {
  const quote = { exact, prefix, suffix, type: 'TextQuoteSelector' }
  const table = versionId === null ? undefined : digest.codec.table(versionId)
  const [from, to] = [table?.toCodePoint(start) ?? null, table?.toCodePoint(end) ?? null]
  if (from === null || to === null) return [quote]
  return [quote, { end: to, start: from, type: 'TextPositionSelector' }]
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
