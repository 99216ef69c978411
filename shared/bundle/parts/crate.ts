import { canonicalJson, type Json } from '../../base/json'
import type { FilePart } from '../container/zip-writer'
import { PATHS } from '../format'
import { articleFolder } from './article-paths'
import type { Digest } from './digest'
import type { PartContext } from './part'
import { iriOf } from './terms'

const CONTEXT = 'https://w3id.org/ro/crate/1.2/context'
const LICENCE = '#rights'

interface DescribedFile {
  readonly path: string
  readonly name: string
  readonly description: string
  readonly format: string
}

/** The files that every bundle has, as the crate describes them. */
const DESCRIBED_FILES: readonly DescribedFile[] = [
  {
    path: 'annotations.jsonld',
    name: 'Annotations',
    description: 'All marked passages and links, as a W3C annotation collection.',
    format: 'application/ld+json',
  },
  {
    path: 'graph.jsonld',
    name: 'Graph',
    description: 'People, claims, quotes and links, in schema.org, CiTO and PROV-O.',
    format: 'application/ld+json',
  },
  {
    path: 'tags.jsonld',
    name: 'Tags',
    description: 'The tree of tags, in SKOS.',
    format: 'application/ld+json',
  },
  {
    path: 'notes/',
    name: 'Notes',
    description: 'Notes as Markdown, each with its exact state as JSON beside it.',
    format: 'text/markdown',
  },
  {
    path: 'contexts/',
    name: 'Contexts',
    description: 'The terms that the linked data here uses, for reading without a network.',
    format: 'application/ld+json',
  },
  {
    path: 'ro-crate-preview.html',
    name: 'Preview',
    description: 'The bundle as a page that reads itself in any browser.',
    format: 'text/html',
  },
  {
    path: 'records/',
    name: 'Exact records',
    description: 'Every record with all its changes, as Florilegium imports them.',
    format: 'application/x-ndjson',
  },
]

/** A bundle without notes has no such folder. */
function describedFiles(digest: Digest): readonly DescribedFile[] {
  return DESCRIBED_FILES.filter(({ path }) => path !== 'notes/' || digest.count('note') > 0)
}

/** `ro-crate-metadata.json`: what the bundle is, of whom and when, and what each part is (RO-Crate 1.2). */
export function* crateParts(context: PartContext): Generator<FilePart> {
  yield { path: PATHS.crate, content: metadata(context) }
}

function* metadata({ digest, name, fullText }: PartContext): Generator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`
  let comma = ''
  for (const entity of entities(digest, name, fullText)) {
    yield `${comma}\n${canonicalJson(entity)}`
    comma = ','
  }
  yield '\n]}\n'
}

function* entities(digest: Digest, name: string, fullText: boolean): Generator<Json> {
  yield {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  }
  yield rootOf(digest, name, fullText)
  yield {
    '@id': LICENCE,
    '@type': 'CreativeWork',
    name: 'Rights',
    description:
      'Captured texts belong to their authors and publishers; annotations and notes to their contributors.',
  }
  for (const { path, name: label, description, format } of describedFiles(digest)) {
    const type = path.endsWith('/') ? 'Dataset' : 'File'
    yield { '@id': path, '@type': type, name: label, description, encodingFormat: format }
  }
  for (const id of [...digest.authors].sort()) {
    const label = digest.contributors.get(id)?.fields.name
    yield { '@id': iriOf(id), '@type': 'Person', name: label ?? 'Unnamed contributor' }
  }
  for (const id of [...digest.articles.keys()].sort()) yield articleOf(id, digest)
}

function rootOf(digest: Digest, name: string, fullText: boolean): Json {
  const time = new Date(digest.latestTime ?? 0).toISOString()
  const parts = [
    ...describedFiles(digest).map(({ path }) => path),
    ...[...digest.articles.keys()].sort().map((id) => `${articleFolder(id)}/`),
  ]
  return {
    '@id': './',
    '@type': 'Dataset',
    name,
    description: `A research notebook with ${digest.count('article')} articles, ${digest.count('annotation')} annotations, ${digest.count('quote')} quotes, ${digest.count('claim')} claims and ${digest.count('link')} links${fullText ? '' : '; the articles’ texts are left out'}.`,
    datePublished: time,
    license: { '@id': LICENCE },
    author: [...digest.authors].sort().map((id) => ({ '@id': iriOf(id) })),
    hasPart: parts.map((path) => ({ '@id': path })),
  }
}

function articleOf(id: string, digest: Digest): Json {
  const fields = digest.articles.get(id)?.fields
  return {
    '@id': `${articleFolder(id)}/`,
    '@type': ['Dataset', 'Article'],
    name: fields?.title || 'Untitled',
    identifier: iriOf(id),
    ...(fields?.publishedTime ? { datePublished: fields.publishedTime } : {}),
    ...(fields?.url ? { url: fields.url } : {}),
    ...(fields?.lang ? { inLanguage: fields.lang } : {}),
  }
}
