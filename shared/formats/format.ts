import type { BundleSource, Stream } from '@shared/bundle/source'

/** A way to hand a notebook to another program: joins by a line in the visible list of `index.ts`. */
export interface ExportFormat {
  /** What `--to` is given. */
  readonly key: string
  readonly name: string
  /** Ending of the file's name, with its dot. */
  readonly ending: string
  /** The file's text in pieces, of the records that are not in the trash. */
  readonly write: (source: BundleSource, title: string) => Stream<string>
}
