import { annotationParts } from '@shared/bundle/parts/annotations'
import { graphParts } from '@shared/bundle/parts/graph'
import { tagParts } from '@shared/bundle/parts/tags'
import { writeCslLibrary } from './csl-library'
import { writeQuotesCsv } from './csv-quotes'
import type { ExportFormat } from './format'
import { contentOf } from './from-parts'
import { writeMarkdown } from './markdown'

/** The visible list of formats that a notebook can be exported to, beside bundles themselves. */
export const FORMATS: readonly ExportFormat[] = [
  {
    key: 'annotations',
    name: 'W3C Web Annotations (JSON-LD)',
    ending: '.jsonld',
    write: (source, title) => contentOf(source, title, annotationParts),
  },
  {
    key: 'graph',
    name: 'Claims, quotes, people and links (JSON-LD)',
    ending: '.jsonld',
    write: (source, title) => contentOf(source, title, graphParts),
  },
  {
    key: 'tags',
    name: 'Tags (SKOS, JSON-LD)',
    ending: '.jsonld',
    write: (source, title) => contentOf(source, title, tagParts),
  },
  { key: 'markdown', name: 'Markdown', ending: '.md', write: writeMarkdown },
  { key: 'quotes-csv', name: 'Quotes as a table (CSV)', ending: '.csv', write: writeQuotesCsv },
  { key: 'csl', name: 'Bibliography (CSL-JSON)', ending: '.json', write: writeCslLibrary },
]

/** The format of that key; undefined when there is none. */
export function findExportFormat(key: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.key === key)
}
