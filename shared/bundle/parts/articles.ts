import type { Id } from '../../base/ids'
import type { Json } from '../../base/json'
import { canonicalJson } from '../../base/json'
import type { Article } from '../../domain/article'
import { type Block, blocksToText } from '../../domain/block'
import type { Version } from '../../domain/version'
import type { FilePart } from '../container/zip-writer'
import { tableOfText } from '../records/text-table'
import { articleFolder, textPath } from './article-paths'
import { articleToCsl } from './csl'
import type { Digest } from './digest'
import { type PartContext, recordsOf } from './part'

/**
 * `articles/<id>/`: article.json (metadata, blocks, versions), text.txt and csl.json; other versions' texts
 * under `versions/`. Made while the versions pass by, in order of version id, so that one text is in memory at a time.
 */
export async function* articleParts(context: PartContext): AsyncGenerator<FilePart, void, undefined> {
  const { digest, source } = context
  const versionsOf = groupVersions(digest)
  const written = new Set<Id>()
  for await (const version of recordsOf(source, 'version')) {
    const article = digest.articles.get(version.fields.articleId)
    const path = textPath(digest, version.id)
    if (path) yield { path: `data/${path}`, content: textOf(version.fields.blocks) }
    if (article?.fields.currentVersion !== version.id) continue
    written.add(article.id)
    yield* articleFiles(article, version, versionsOf.get(article.id) ?? [], digest)
  }
  for (const [id, article] of digest.articles) {
    if (!written.has(id)) yield* articleFiles(article, null, versionsOf.get(id) ?? [], digest)
  }
}

function groupVersions(digest: Digest): Map<Id, Id[]> {
  const groups = new Map<Id, Id[]>()
  for (const [id, { articleId, isDeleted }] of digest.versions) {
    if (isDeleted) continue
    const group = groups.get(articleId)
    if (group) group.push(id)
    else groups.set(articleId, [id])
  }
  return groups
}

const STEP = 1 << 16

/** The canonical text in pieces. A piece never ends inside a character. */
function* textOf(blocks: readonly Block[]): Generator<string> {
  const text = blocksToText(blocks)
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + STEP)
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1
    yield text.slice(start, end)
    start = end
  }
}

function* articleFiles(
  article: Article,
  version: Version | null,
  versionIds: readonly Id[],
  digest: Digest,
): Generator<FilePart> {
  const folder = `data/${articleFolder(article.id)}`
  yield { path: `${folder}/article.json`, content: [articleJson(article, version, versionIds, digest)] }
  yield {
    path: `${folder}/csl.json`,
    content: [`${canonicalJson([articleToCsl(article)] as unknown as Json)}\n`],
  }
}

function articleJson(
  { id, fields }: Article,
  version: Version | null,
  versionIds: readonly Id[],
  digest: Digest,
): string {
  const metadata = Object.fromEntries(Object.entries(fields).filter(([field]) => !field.includes(':')))
  const json = {
    ...metadata,
    id,
    blocks: (version?.fields.blocks ?? []).map(blockToFile),
    versions: versionIds.map((versionId) => versionFacts(versionId, digest)),
  }
  return `${canonicalJson(json as unknown as Json)}\n`
}

function versionFacts(id: Id, digest: Digest) {
  const facts = digest.versions.get(id)
  const path = textPath(digest, id)
  return {
    id,
    capturedTime: facts?.capturedTime ?? '',
    reason: facts?.reason ?? '',
    textHash: facts?.textHash ?? '',
    ...(path ? { text: path.slice(path.indexOf('/', 'articles/'.length) + 1) } : {}),
  }
}

/** A block with its marks counted in code points of its own text; a mark that would part a character is widened to it. */
function blockToFile(block: Block): Block {
  if (!block.marks) return block
  const table = tableOfText(block.text)
  const marks = block.marks.map((mark) => ({
    ...mark,
    start: table.toCodePoint(mark.start) ?? (table.toCodePoint(mark.start - 1) as number),
    end: table.toCodePoint(mark.end) ?? (table.toCodePoint(mark.end + 1) as number),
  }))
  return { ...block, marks }
}
