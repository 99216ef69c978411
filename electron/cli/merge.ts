import { fail, ok, type Result } from '@shared/base/result'
import { type MergeTally, mergeSources, tallyMerge } from '@shared/bundle/merge-sources'
import { type BundleContents, readBundle } from '@shared/bundle/read-bundle'
import { type BundleSource, listAsSource } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import { readArguments, requireFiles } from './arguments'
import { nodeHash, type OpenedFile, openFile, writeStream } from './bundle-files'
import { reportEach, type Terminal, UsageError } from './command'

export const help = `florilegium merge A B… -o OUT [--title TITLE] [--json]

Merges bundles into one: in any order and any number of times, the same bytes come out. Says what each bundle
added, what it updated, and where people differ. A bundle that cannot be read is left out, and the exit status is 1.

  -o, --out FILE   where the merged bundle goes
  --title TITLE    its title; otherwise the first of the bundles' titles in alphabetical order
  --json           one JSON object a line: {file, added, updated, conflicts}
`

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, {
    out: { type: 'string', short: 'o' },
    title: { type: 'string' },
    json: { type: 'boolean' },
  })
  if (values.out === undefined) throw new UsageError('Say with -o where the merged bundle should go.')
  const merging = new Merging()
  const status = await reportEach(
    requireFiles(files, 'bundle'),
    values.json === true,
    terminal,
    (file) => merging.take(file),
    (file, { added, updated, conflicts }) =>
      `${file}: ${added} added, ${updated} updated, ${conflicts} in conflict\n`,
  )
  const written = await merging.write(values.out, values.title)
  await merging.close()
  if (!written.ok) terminal.complain(`${values.out}: ${written.error.message}`)
  return written.ok ? status : 1
}

class Merging {
  readonly #files: OpenedFile[] = []
  readonly #opened: BundleContents[] = []
  #merged: BundleSource = listAsSource([])

  async take(file: string): Promise<Result<MergeTally>> {
    const source = await openFile(file)
    if (!source.ok) return source
    this.#files.push(source.value)
    const opened = await readBundle(source.value, { newHash: nodeHash })
    if (!opened.ok) return opened
    const tally = await tallyMerge(this.#merged, opened.value)
    this.#merged = mergeSources(this.#merged, opened.value)
    this.#opened.push(opened.value)
    return ok(tally)
  }

  /** Lets go of the bundles, which are read until the merged one is written. */
  async close(): Promise<void> {
    for (const file of this.#files) await file.close()
  }

  async write(out: string, title: string | undefined): Promise<Result<number>> {
    const first = this.#opened.map((bundle) => bundle.title).sort()[0]
    if (first === undefined)
      return fail('nothing-merged', 'None of the bundles could be read; nothing was written.')
    const stream = writeBundle(this.#merged, {
      name: title ?? first,
      fullText: this.#opened.some(({ info }) => info.text === 'included'),
      privateNotes: this.#opened.some(({ info }) => info.privateNotes === 'included'),
      newHash: nodeHash,
    })
    return writeStream(out, stream)
  }
}
