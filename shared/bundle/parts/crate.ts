import { canonicalJson, type Json } from '../../base/json'
import type { Article } from '../../domain/article'
import type { FilePart } from '../container/zip-writer'
import { PATHS } from '../format'
import { articleIn } from './article-paths'
import { describeFile, FOLDERS, folderOf } from './crate-files'
import type { Digest } from './digest'
import type { PartContext } from './part'
import { iriOf } from './terms'

const CONTEXT = 'https://w3id.org/ro/crate/1.2/context'
const LICENCE = '#rights'

type Entity = { readonly [key: string]: Json }

const references = (ids: Iterable<string>): Json => [...ids].map((id) => ({ '@id': id }))

/**
 * `ro-crate-metadata.json`: what the bundle is, of whom and when, and what each of its files is (RO-Crate 1.2). The page is left out:
 * the standard counts it not among the parts.
 */
export function* crateParts(context: PartContext): Generator<FilePart> {
  yield { path: PATHS.crate, content: metadata(context) }
}

function* metadata(context: PartContext): Generator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`
  let comma = ''
  for (const entity of entities(context)) {
    yield `${comma}\n${canonicalJson(entity)}`
    comma = ','
  }
  yield '\n]}\n'
}

/** Names that every article has: one string for all of them. */
const COMMON = new Map(['article.json', 'csl.json', 'text.txt'].map((name) => [name, name]))

/** The files that the crate describes, by their names in the folder that is described as a whole; files at the top under the empty one. */
function groupFiles(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>([['', []]])
  for (const path of paths) {
    if (!describeFile(path)) continue
    const folder = folderOf(path) ?? ''
    const rest = path.slice(folder.length)
    const name = COMMON.get(rest) ?? rest
    const group = groups.get(folder)
    if (group) group.push(name)
    else groups.set(folder, [name])
  }
  return groups
}

function* entities({ digest, name, fullText, payload }: PartContext): Generator<Entity> {
  const groups = groupFiles(payload())
  const folders = [...groups.keys()].filter((folder) => folder !== '').sort()
  const parts = [...(groups.get('') ?? []), ...folders]
  yield {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  }
  yield { ...rootOf(digest, name, fullText), hasPart: references(parts) }
  yield licence()
  for (const id of [...digest.authors].sort()) yield contributorOf(id, digest)
  for (const folder of folders) {
    const files = (groups.get(folder) ?? []).map((name) => folder + name)
    const article = digest.articles.get(articleIn(folder))
    const facts = article ? articleOf(article) : { '@type': 'Dataset', ...FOLDERS[folder] }
    yield { ...facts, '@id': folder, hasPart: references(files) }
  }
  for (const [folder, names] of groups) for (const name of names) yield fileOf(folder + name)
  yield* authorsOf(digest.articles.values())
}

const licence = (): Entity => ({
  '@id': LICENCE,
  '@type': 'CreativeWork',
  name: 'Rights',
  description:
    'Captured texts belong to their authors and publishers; annotations and notes to their contributors.',
})

const fileOf = (path: string): Entity => ({ '@id': path, '@type': 'File', ...describeFile(path) })

const contributorOf = (id: string, digest: Digest): Entity => ({
  '@id': iriOf(id),
  '@type': 'Person',
  name: digest.contributors.get(id)?.fields.name || 'Unnamed contributor',
})

function rootOf(digest: Digest, name: string, fullText: boolean): Entity {
  return {
    '@id': './',
    '@type': 'Dataset',
    name,
    description: `A research notebook with ${digest.count('article')} articles, ${digest.count('annotation')} annotations, ${digest.count('quote')} quotes, ${digest.count('claim')} claims and ${digest.count('link')} links${fullText ? '' : '; the articles’ texts are left out'}.`,
    datePublished: new Date(digest.latestTime ?? 0).toISOString().slice(0, 10),
    license: { '@id': LICENCE },
    author: references([...digest.authors].sort().map(iriOf)),
  }
}

/** The day, month or year of an ISO 8601 time, which is all that the standard takes; null for other texts. */
function dateOf(time: string | null): string | null {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=T|$)/.exec(time ?? '')?.[0] ?? null
}

function articleOf({ id, fields }: Article): Entity {
  const { title, source, publishedTime, url, lang, authors } = fields
  const date = dateOf(publishedTime)
  return {
    '@type': ['Dataset', 'Article'],
    name: title || 'Untitled',
    description: `A captured article${source ? ` from ${source}` : ''}, with its metadata.`,
    identifier: iriOf(id),
    ...(authors.length > 0 ? { author: references(new Set(authors.map(personId))) } : {}),
    ...(date ? { datePublished: date } : {}),
    ...(url ? { url } : {}),
    ...(lang ? { inLanguage: lang } : {}),
  }
}

/** Authors of articles have no records of their own: the same name is the same entity here. */
const personId = (name: string) => `#person-${encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'))}`

function* authorsOf(articles: Iterable<Article>): Generator<Entity> {
  const names = new Map<string, string>()
  for (const { fields } of articles) for (const name of fields.authors) names.set(personId(name), name)
  for (const [id, name] of [...names].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield { '@id': id, '@type': 'Person', name: name || 'Unnamed author' }
}
