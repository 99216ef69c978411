/** What a file of the payload is, in the words and the media type with which the crate describes it. */
export interface FileDescription {
  readonly name: string
  readonly description: string
  readonly encodingFormat: string
}

interface Rule extends FileDescription {
  readonly path: RegExp
}

const LINKED_DATA = 'application/ld+json'

/** The first rule that a path meets says what it is. */
const RULES: readonly Rule[] = [
  {
    path: /^annotations\.jsonld$/,
    name: 'Annotations',
    description: 'All marked passages and links, as a W3C annotation collection.',
    encodingFormat: LINKED_DATA,
  },
  {
    path: /^graph\.jsonld$/,
    name: 'Graph',
    description: 'People, claims, quotes and links, in schema.org, CiTO and PROV-O.',
    encodingFormat: LINKED_DATA,
  },
  {
    path: /^tags\.jsonld$/,
    name: 'Tags',
    description: 'The tree of tags, in SKOS.',
    encodingFormat: LINKED_DATA,
  },
  {
    path: /\/article\.json$/,
    name: 'Article',
    description: 'Metadata, blocks and versions of the article.',
    encodingFormat: 'application/json',
  },
  {
    path: /\/csl\.json$/,
    name: 'Citation',
    description: 'The article as a bibliographic item (CSL-JSON).',
    encodingFormat: 'application/vnd.citationstyles.csl+json',
  },
  {
    path: /\/text\.txt$/,
    name: 'Text',
    description: 'The text of the article, in which annotations count.',
    encodingFormat: 'text/plain',
  },
  {
    path: /\/versions\/[^/]+\.txt$/,
    name: 'Another version of the text',
    description: 'The text of the article as it was in another copy or before a correction.',
    encodingFormat: 'text/plain',
  },
  {
    path: /^notes\/.*\.md$/,
    name: 'Note',
    description: 'A note of the researcher’s own.',
    encodingFormat: 'text/markdown',
  },
  {
    path: /^notes\/.*\.json$/,
    name: 'Exact note',
    description: 'The exact state of the note beside it.',
    encodingFormat: 'application/json',
  },
  {
    path: /^records\//,
    name: 'Exact records',
    description: 'Records of one kind with all their changes, as Florilegium imports them.',
    encodingFormat: 'application/x-ndjson',
  },
  {
    path: /^contexts\//,
    name: 'Terms',
    description: 'Terms that the linked data here uses, for reading without a network.',
    encodingFormat: LINKED_DATA,
  },
]

/** What a file is, by its path in the crate; null for the page and the description itself, which are no part of what they describe. */
export function describeFile(path: string): FileDescription | null {
  const rule = RULES.find((one) => one.path.test(path))
  if (!rule) return null
  const { name, description, encodingFormat } = rule
  return { name, description, encodingFormat }
}

/** The folder that the crate describes as a whole, with a slash at its end: an article’s, or one at the top; null beside the root. */
export function folderOf(path: string): string | null {
  return /^(?:articles\/[^/]+|[^/]+)\//.exec(path)?.[0] ?? null
}

/** Folders at the top, as the crate describes them. */
export const FOLDERS: Readonly<Record<string, { readonly name: string; readonly description: string }>> = {
  'notes/': { name: 'Notes', description: 'Notes as Markdown, each with its exact state as JSON beside it.' },
  'contexts/': { name: 'Contexts', description: 'The terms that the linked data here uses.' },
  'records/': {
    name: 'Exact records',
    description: 'Every record with all its changes, as Florilegium imports them.',
  },
}
