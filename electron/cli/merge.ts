import { fail, ok, type Result } from '@shared/base/result'
import type { Duplicate } from '@shared/bundle/duplicates'
import type { Lock } from '@shared/bundle/encryption'
import { type MergeTally, mergeSources, tallyMerge } from '@shared/bundle/merge-sources'
import { type BundleContents, readBundle } from '@shared/bundle/read-bundle'
import { type BundleSource, listAsSource } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import { readArguments, requireFiles } from './arguments'
import { nodeHash, type OpenedFile, openBundleFile } from './bundle-files'
import { saveEach, type Terminal, UsageError } from './command'
import { KnownRecords, type Proposal } from './known-records'
import { LOCK_HELP, LOCK_OPTIONS, locked, readLock } from './lock'
import { isSameFile, writeStream } from './output'
import { type FindUnlock, UNLOCK_HELP, UNLOCK_OPTIONS, unlockWith } from './unlock'

export const help = `florilegium merge A B… -o OUT [--title TITLE] [--json]

Merges bundles into one: in any order and any number of times, the same bytes come out. Says what each bundle
added, what it updated, where people differ, and what may be there twice, which is proposed and never joined
unasked. A bundle that cannot be read is left out, and the exit status is 1.

  -o, --out FILE   where the merged bundle goes, in place of what is there
  --title TITLE    its title; otherwise the first of the bundles' titles in alphabetical order
  --json           one JSON object a line: {file, added, updated, conflicts, duplicates: [{kind: article|entity,
                   reason: doi|address|text|name, ids: [known, added], names: [known, added]}]}
${UNLOCK_HELP}${LOCK_HELP}`

interface Merged extends MergeTally {
  readonly duplicates: readonly Proposal[]
}

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, {
    out: { type: 'string', short: 'o' },
    title: { type: 'string' },
    json: { type: 'boolean' },
    ...UNLOCK_OPTIONS,
    ...LOCK_OPTIONS,
  })
  const { out } = values
  if (out === undefined) throw new UsageError('Say with -o where the merged bundle should go.')
  const merging = new Merging(unlockWith(values))
  const lock = await readLock(values)
  const job = {
    files: requireFiles(files, 'bundle'),
    out,
    work: (file: string) => merging.take(file),
    save: () => merging.save(out, values.title, lock),
    describe: describeMerged,
  }
  try {
    return await saveEach(job, values.json === true, terminal)
  } finally {
    await merging.close()
  }
}

const REASONS: Readonly<Record<Duplicate['reason'], string>> = {
  doi: 'they have the same DOI',
  address: 'they have the same address',
  text: 'they have the same text',
  name: 'they share a name',
}

function describeMerged(file: string, { added, updated, conflicts, duplicates }: Merged): string {
  const proposals = duplicates.map(({ kind, reason, names: [known, other] }) => {
    const both = known === other ? `“${known}” twice` : `“${known}” and “${other}”`
    return `  perhaps one ${kind === 'article' ? 'article' : 'entry'}: ${both}; ${REASONS[reason]}\n`
  })
  return `${file}: ${added} added, ${updated} updated, ${conflicts} in conflict\n${proposals.join('')}`
}

class Merging {
  readonly #unlock: FindUnlock
  readonly #files: OpenedFile[] = []
  readonly #opened: BundleContents[] = []
  readonly #left: string[] = []
  readonly #known = new KnownRecords()
  #merged: BundleSource = listAsSource([])

  constructor(unlock: FindUnlock) {
    this.#unlock = unlock
  }

  async take(path: string): Promise<Result<Merged>> {
    const opened = await this.#open(path)
    if (!opened.ok) {
      this.#left.push(path)
      return opened
    }
    const tally = await tallyMerge(this.#merged, opened.value, this.#known.note)
    this.#merged = mergeSources(this.#merged, opened.value)
    this.#opened.push(opened.value)
    return ok({ ...tally, duplicates: this.#known.propose() })
  }

  async #open(path: string): Promise<Result<BundleContents>> {
    const file = await openBundleFile(path, this.#unlock)
    if (!file.ok) return file
    this.#files.push(file.value)
    return readBundle(file.value, { newHash: nodeHash })
  }

  /** Lets go of the bundles, which are read until the merged one is written. */
  async close(): Promise<void> {
    for (const file of this.#files) await file.close()
  }

  async save(out: string, title: string | undefined, lock: Lock | null): Promise<Result<number>> {
    const first = this.#opened.map((bundle) => bundle.title).sort()[0]
    if (first === undefined)
      return fail('nothing-merged', 'None of the bundles could be read; nothing was written.')
    for (const left of this.#left) {
      if (await isSameFile(left, out))
        return fail('output-unread', 'It could not be read, so it was not written over: choose another file.')
    }
    const stream = writeBundle(this.#merged, {
      name: title ?? first,
      fullText: this.#opened.some(({ info }) => info.text === 'included'),
      privateNotes: this.#opened.some(({ info }) => info.privateNotes === 'included'),
      newHash: nodeHash,
    })
    return writeStream(out, locked(stream, lock))
  }
}
