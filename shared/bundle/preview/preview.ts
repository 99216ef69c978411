import { contributorOf } from '../../base/clock'
import { canonicalJson, type Json } from '../../base/json'
import { type Annotation, isPlaced, passageText, placementIn } from '../../domain/annotation'
import { tagsOf } from '../../domain/member-fields'
import { BUILT_IN_RELATIONS, isBuiltInRelation } from '../../domain/relation'
import { toBase64Url } from '../base64url'
import type { MakeHash } from '../container/hash'
import type { FilePart } from '../container/zip-writer'
import { PATHS } from '../format'
import type { Digest } from '../parts/digest'
import { type PartContext, recordsOf, runsOf } from '../parts/part'
import { inRuns } from '../source'
import { encodeText } from '../utf8'
import { PAGE_SCRIPT } from './page-script'
import { PAGE_STYLE } from './page-style'

/** What one page can show at ease; beyond it the page says what it leaves out. */
const LIMITS = { textLength: 40_000_000, marks: 30_000, others: 20_000 } as const

/** `ro-crate-preview.html`: the bundle reads itself in any browser, without a network. */
export function* previewParts(context: PartContext): Generator<FilePart> {
  yield { path: PATHS.preview, content: page(context) }
}

function hashSource(text: string, newHash: MakeHash): string {
  const hash = newHash()
  hash.update(encodeText(text))
  return `'sha256-${toBase64Url(hash.digest()).replaceAll('-', '+').replaceAll('_', '/')}='`
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? '&quot;')

/** Nothing may run or load but the page's own style and script, which are named by their hashes. */
function head({ name, newHash }: PartContext): string {
  const policy = `default-src 'none'; style-src ${hashSource(PAGE_STYLE, newHash)}; script-src ${hashSource(PAGE_SCRIPT, newHash)}; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(name)}</title><style>${PAGE_STYLE}</style></head>
`
}

function frame({ name, digest }: PartContext): string {
  const people = [...digest.contributors.values()].map(({ fields }) => fields.name).join(', ')
  const left =
    digest.count('annotation') > LIMITS.marks ? ` This page shows the first ${LIMITS.marks} passages.` : ''
  const tabs = [
    ['articles', 'Articles'],
    ['claims', 'Claims'],
    ['people', 'People'],
    ['graph', 'Graph'],
    ['notes', 'Notes'],
  ]
  return `<body><header><h1>${escapeHtml(name)}</h1><p class="quiet">A Florilegium bundle${people ? ` by ${escapeHtml(people)}` : ''}: ${count(digest.count('article'), 'article')}, ${count(digest.count('annotation'), 'passage')}, ${count(digest.count('quote'), 'quote')}, ${count(digest.count('claim'), 'claim')}.${left}</p>
<nav aria-label="Views">${tabs.map(([key, label]) => `<button data-tab="${key}">${label}</button>`).join('')}<label>Find <input id="find" type="search"></label><span id="status" class="quiet" role="status"></span></nav></header>
<main><div id="list" role="region" aria-label="Entries" tabindex="0"></div><div id="view"></div></main>
<noscript><p>The articles’ texts are beside this file, in the folder “articles”.</p></noscript>
`
}

/** A data block; nothing in it can end the block. */
async function* dataBlock(runs: AsyncIterable<readonly Line[]>): AsyncGenerator<string, void, undefined> {
  yield '<script type="application/json">['
  let comma = ''
  for await (const run of runs) {
    if (run.length === 0) continue
    const lines = run.map((line) => JSON.stringify(line)).join(',\n')
    yield `${comma}\n${lines.replaceAll('<', '\\u003c')}`
    comma = ','
  }
  yield '\n]</script>\n'
}

async function* page(context: PartContext): AsyncGenerator<string, void, undefined> {
  yield head(context)
  yield frame(context)
  yield* dataBlock(inRuns(articleLines(context), 1))
  yield* dataBlock(markRuns(context))
  yield* dataBlock(inRuns(otherLines(context)))
  yield `<script>${PAGE_SCRIPT}</script></body></html>\n`
}

type Line = readonly [key: string, item: object]

async function* articleLines({ digest, source }: PartContext): AsyncGenerator<Line, void, undefined> {
  let length = 0
  for await (const { id, fields } of recordsOf(source, 'version')) {
    const article = digest.articles.get(fields.articleId)
    if (article?.fields.currentVersion !== id) continue
    length += fields.blocks.reduce((sum, { text }) => sum + text.length, 0)
    const { title, byline, source: outlet, publishedTime, lang, dir } = article.fields
    const blocks =
      length > LIMITS.textLength ? [] : fields.blocks.map(({ type, level, text }) => ({ type, level, text }))
    yield [
      'articles',
      { id: article.id, title, byline, source: outlet, date: publishedTime, lang, dir, blocks },
    ]
  }
}

/** Offsets here are the page's own, in UTF-16 like its script; `annotations.jsonld` has them in code points. */
async function* markRuns({ digest, source }: PartContext): AsyncGenerator<Line[], void, undefined> {
  let left = LIMITS.marks
  for await (const run of runsOf(source, 'annotation')) {
    yield run.slice(0, left).map((annotation) => ['marks', markOf(annotation, digest)])
    left -= run.length
    if (left <= 0) return
  }
}

function markOf(annotation: Annotation, digest: Digest): object {
  const { articleId, motivation, comment, claimId } = annotation.fields
  const shown = digest.articles.get(articleId)?.fields.currentVersion
  const placement = shown ? placementIn(annotation, shown) : null
  return {
    id: annotation.id,
    article: articleId,
    motivation,
    comment,
    claim: claimId,
    exact: passageText(annotation),
    spans: isPlaced(placement) ? placement.spans : [],
    tags: tagsOf(annotation).flatMap((tag) => digest.tags.get(tag)?.fields.label ?? []),
    by: digest.contributors.get(contributorOf(annotation.created))?.fields.name ?? '',
  }
}

async function* otherLines(context: PartContext): AsyncGenerator<Line, void, undefined> {
  let count = 0
  for await (const line of everyOther(context)) {
    count += 1
    if (count > LIMITS.others) return
    yield line
  }
}

async function* everyOther({ digest, source }: PartContext): AsyncGenerator<Line, void, undefined> {
  for (const { id, fields } of digest.entities.values())
    yield ['people', { id, name: fields.name, role: fields.role, comment: fields.description }]
  for await (const { id, fields } of recordsOf(source, 'claim'))
    yield ['claims', { id, text: fields.text, status: fields.status, comment: fields.comment }]
  for await (const { id, fields } of recordsOf(source, 'quote'))
    yield ['quotes', { id, mark: fields.annotationId, speaker: fields.speakerId }]
  for await (const { fields } of recordsOf(source, 'link')) {
    const names = relationNames(fields.relation, digest)
    yield ['links', { from: fields.from, to: fields.to, kind: fields.relation, ...names }]
  }
  for await (const { id, fields } of recordsOf(source, 'note'))
    yield [
      'notes',
      { id, title: fields.title, content: inOneOrder(fields.content), words: wordsOf(fields.content) },
    ]
}

/** The same value with its members in the one order that equal bundles need. */
const inOneOrder = (value: Json): Json => JSON.parse(canonicalJson(value))

/** The words of a note, for finding it. */
function wordsOf(content: Json): string {
  if (typeof content !== 'object' || content === null) return ''
  const { text, root, children } = content as { readonly [member: string]: Json | undefined }
  const below = [root ?? null, ...(Array.isArray(children) ? children : [])]
  return [typeof text === 'string' ? text : '', ...below.map(wordsOf)].filter(Boolean).join(' ')
}

/** A number of things, in words. */
const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

function relationNames(relation: string, digest: Digest): { word: string; inverse: string } {
  const names = isBuiltInRelation(relation)
    ? BUILT_IN_RELATIONS[relation]
    : digest.relations.get(relation)?.fields
  return { word: names?.label ?? 'linked to', inverse: names?.inverse ?? 'linked from' }
}
