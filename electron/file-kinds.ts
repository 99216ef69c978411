import type { FileKind } from '@shared/host/host-api'

interface DialogFilter {
  name: string
  extensions: string[]
}

const BUNDLE: DialogFilter = { name: 'Bundles', extensions: ['florilegium', 'age', 'zip'] }
const ARTICLE: DialogFilter = {
  name: 'Articles',
  extensions: ['html', 'htm', 'xhtml', 'txt', 'md', 'markdown', 'pdf', 'docx', 'epub'],
}
const REFERENCES: DialogFilter = {
  name: 'References',
  extensions: ['bib', 'ris', 'json', 'qdc', 'qdpx', 'jsonld'],
}
const ANY: DialogFilter = { name: 'All files', extensions: ['*'] }

const FILTERS: Readonly<Record<FileKind, readonly DialogFilter[]>> = {
  article: [ARTICLE, ANY],
  bundle: [BUNDLE, ANY],
  references: [REFERENCES, ANY],
  any: [
    {
      name: 'Everything the notebook opens',
      extensions: [...ARTICLE.extensions, ...BUNDLE.extensions, ...REFERENCES.extensions],
    },
    ARTICLE,
    BUNDLE,
    REFERENCES,
    ANY,
  ],
}

/** What an open dialog offers for a kind of file. */
export function openFilters(kind: FileKind): DialogFilter[] {
  return FILTERS[kind].map(({ name, extensions }) => ({ name, extensions: [...extensions] }))
}

/** What a save dialog offers: the extension that the suggested name has. */
export function saveFilters(suggestedName: string): DialogFilter[] {
  const extension = suggestedName.slice(suggestedName.lastIndexOf('.') + 1)
  const name = extension === 'florilegium' ? 'Bundle' : `${extension} file`
  return suggestedName.includes('.') ? [{ name, extensions: [extension] }] : []
}

/** Extensions of files that may be opened by naming them to the program. */
export const OPENABLE_EXTENSIONS: readonly string[] = [...BUNDLE.extensions, ...ARTICLE.extensions]
