import type { Kind } from '../domain/kinds'

/** Revision of the code that derives the other files from the records: equal revisions write equal bytes. */
export const WRITER_REVISION = 2

export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Paths inside the bag's folder. */
export const PATHS = {
  bagit: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  signature: 'signature.json',
  crate: 'data/ro-crate-metadata.json',
  preview: 'data/ro-crate-preview.html',
  annotations: 'data/annotations.jsonld',
  graph: 'data/graph.jsonld',
  tags: 'data/tags.jsonld',
  transactions: 'data/records/transactions.ndjson',
} as const

/** Where the exact histories of one kind are. */
export function recordsPath(kind: Kind): string {
  return `data/records/${kind}.ndjson`
}

/**
 * The order of the record files. Offsets in annotations count code points of version texts, and quotes count in
 * the version of their annotation, so these three come in this order; the rest follows by name.
 */
export const RECORD_ORDER: readonly Kind[] = [
  'version',
  'annotation',
  'quote',
  'article',
  'claim',
  'contributor',
  'decision',
  'entity',
  'link',
  'note',
  'relation',
  'savedView',
  'tag',
]

/** What reading accepts; beyond it a bundle is refused before it can cost memory or time. Sizes in bytes. */
export const READ_LIMITS = {
  /** Of the bundle itself. */
  bundle: 0xffff_ffff,
  /** Of an encrypted bundle: it is decrypted in memory, beside itself. */
  encrypted: 2 ** 29,
  /** Of all files together, unpacked. */
  unpacked: 16 * 2 ** 30,
  /** Unpacked over packed size, of one file; what is smaller than `ratioFloor` unpacked is not asked. */
  ratio: 400,
  ratioFloor: 2 ** 20,
  pathLength: 400,
  directory: 64 * 2 ** 20,
  tagFile: 32 * 2 ** 20,
  line: 128 * 2 ** 20,
  /** Nesting of a record. */
  depth: 120,
} as const
