import type { Id } from '../base/ids'
import type { Annotation } from '../domain/annotation'
import { resolveEntity } from '../domain/entity'
import type { RecordByKind } from '../domain/kinds'
import { tagsOf } from '../domain/member-fields'
import { referencesOf } from '../domain/note'
import type { Quote } from '../domain/quote'
import type { NotebookView } from '../notebook/notebook-view'
import { assembleGraph, type Graph, type GraphEdge, type GraphNode } from './graph'
import { labelOf } from './label'

/** Follows merged tags to the one that stands for them; a circle of merges ends where it was entered. */
export function resolveTag(view: NotebookView, id: Id): Id {
  const seen = new Set<Id>()
  let current = id
  while (!seen.has(current)) {
    seen.add(current)
    const next = view.find('tag', current)?.fields.mergedInto
    if (!next) return current
    current = next
  }
  return [...seen].sort()[0] ?? id
}

/** Gathers nodes first, then edges between those that exist. */
class GraphBuilder {
  readonly nodes: GraphNode[] = []
  readonly edges: GraphEdge[] = []
  readonly indexOf = new Map<Id, number>()
  readonly #implied = new Set<string>()

  constructor(readonly view: NotebookView) {}

  addNode(
    record: RecordByKind[GraphNode['kind']],
    more: Partial<Pick<GraphNode, 'detail' | 'hue' | 'time' | 'articleId'>> & { tagged?: object } = {},
  ): void {
    const { tagged = record, ...rest } = more
    const tags = tagsOf(tagged as { fields: object }).map((tag) => resolveTag(this.view, tag))
    const { id, kind } = record
    const index = this.nodes.push({
      id,
      kind,
      label: labelOf(this.view, record),
      detail: '',
      hue: null,
      tags: [...new Set(tags)],
      time: null,
      articleId: null,
      ...rest,
    })
    this.indexOf.set(id, index - 1)
  }

  /** Lets `id` stand for a node that has another id. */
  addAlias(id: Id, nodeId: Id): void {
    const index = this.indexOf.get(nodeId)
    if (index !== undefined && !this.indexOf.has(id)) this.indexOf.set(id, index)
  }

  addLink(id: Id, fromId: Id, toId: Id, relation: string, comment: string): void {
    const from = this.indexOf.get(fromId)
    const to = this.indexOf.get(toId)
    if (from === undefined || to === undefined) return
    this.edges.push({ id, from, to, relation, implied: false, comment })
  }

  addImplied(fromId: Id, toId: Id | null, relation: string): void {
    const from = this.indexOf.get(fromId)
    const to = toId === null ? undefined : this.indexOf.get(toId)
    if (from === undefined || to === undefined || from === to) return
    const id = `${this.nodes[from]?.id} ${relation} ${this.nodes[to]?.id}`
    if (this.#implied.has(id)) return
    this.#implied.add(id)
    this.edges.push({ id, from, to, relation, implied: true, comment: '' })
  }
}

function addStatements(builder: GraphBuilder): void {
  const { view } = builder
  const publishedIn = (articleId: Id) => view.find('article', articleId)?.fields.publishedTime ?? null
  for (const quote of view.all('quote')) {
    const { annotationId, articleId, date, quoteKind } = quote.fields
    const passage = view.find('annotation', annotationId)
    builder.addNode(quote, {
      detail: quoteKind,
      hue: passage?.fields.color ?? null,
      time: date ?? publishedIn(articleId),
      articleId,
      tagged: passage ?? quote,
    })
    builder.addAlias(annotationId, quote.id)
  }
  for (const passage of view.all('annotation')) {
    if (builder.indexOf.has(passage.id)) continue
    const { articleId, color, motivation } = passage.fields
    const detail = motivation === 'highlighting' ? '' : motivation
    builder.addNode(passage, { detail, hue: color, time: publishedIn(articleId), articleId })
  }
}

function addNodes(builder: GraphBuilder): void {
  const { view } = builder
  for (const article of view.all('article'))
    builder.addNode(article, {
      time: article.fields.publishedTime,
      articleId: article.id,
      detail: article.fields.source ?? '',
    })
  addStatements(builder)
  for (const claim of view.all('claim')) builder.addNode(claim, { detail: claim.fields.status })
  const entities = view.all('entity')
  const find = (id: Id) => view.find('entity', id)
  for (const entity of entities)
    if (resolveEntity(entity.id, find) === entity.id)
      builder.addNode(entity, { detail: entity.fields.entityType })
  for (const entity of entities) builder.addAlias(entity.id, resolveEntity(entity.id, find))
  for (const note of view.all('note')) builder.addNode(note)
  for (const tag of view.all('tag'))
    if (resolveTag(view, tag.id) === tag.id) builder.addNode(tag, { hue: tag.fields.color })
  for (const tag of view.all('tag')) builder.addAlias(tag.id, resolveTag(view, tag.id))
}

function addQuoteEdges(builder: GraphBuilder, quote: Quote): void {
  builder.addImplied(quote.id, quote.fields.speakerId, 'saidBy')
  builder.addImplied(quote.id, quote.fields.articleId, 'partOf')
  for (const reporter of quote.fields.reportedBy) builder.addImplied(quote.id, reporter, 'reportedBy')
}

function addPassageEdges(builder: GraphBuilder, passage: Annotation): void {
  builder.addImplied(passage.id, passage.fields.articleId, 'partOf')
  builder.addImplied(passage.id, passage.fields.claimId, 'makes')
}

function addEdges(builder: GraphBuilder): void {
  const { view } = builder
  for (const { id, fields } of view.all('link'))
    builder.addLink(id, fields.from, fields.to, fields.relation, fields.comment)
  for (const quote of view.all('quote')) addQuoteEdges(builder, quote)
  for (const passage of view.all('annotation')) addPassageEdges(builder, passage)
  for (const note of view.all('note'))
    for (const target of referencesOf(note.fields.content)) builder.addImplied(note.id, target, 'refersTo')
  for (const tag of view.all('tag'))
    if (tag.fields.mergedInto === null) builder.addImplied(tag.id, tag.fields.parentId, 'partOf')
  for (const { id, tags } of builder.nodes) for (const tag of tags) builder.addImplied(id, tag, 'taggedWith')
}

/**
 * Builds the whole graph of a notebook: what the researcher linked, and what follows from the records
 * (said by, reported by, part of, makes, refers to, tagged). A quote stands for the passage that marks its
 * words, a merged person or tag for all that were merged into it. Links to the trash are left out.
 */
export function buildGraph(view: NotebookView): Graph {
  const builder = new GraphBuilder(view)
  addNodes(builder)
  addEdges(builder)
  return assembleGraph(builder.nodes, builder.edges, builder.indexOf)
}
