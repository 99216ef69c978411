import { contributorOf, timeOf } from '@shared/base/clock'
import { ok, type Result } from '@shared/base/result'
import { describeSignature, namesOfContributors } from '@shared/bundle/describe'
import type { BundleContents } from '@shared/bundle/read-bundle'
import { allHistories } from '@shared/bundle/source'
import { readArguments, requireFiles } from './arguments'
import { withBundle } from './bundle-files'
import { reportEach, type Terminal } from './command'
import { UNLOCK_HELP, UNLOCK_OPTIONS, unlockWith } from './unlock'

export const help = `florilegium inspect [--json] BUNDLE…

Says what is in a bundle: counts, contributors, dates, versions. Everything in it is checked first.

  --json   one JSON object a line: {file, title, format, fullText, privateNotes, counts, contributors, firstChange,
           lastChange, signature, files}
${UNLOCK_HELP}`

interface Inspection {
  readonly title: string
  readonly format: number
  readonly fullText: boolean
  readonly privateNotes: boolean
  /** By kind, what is in the trash included. */
  readonly counts: Readonly<Record<string, number>>
  readonly contributors: readonly {
    readonly id: string
    readonly name: string | null
    readonly changes: number
  }[]
  readonly firstChange: string | null
  readonly lastChange: string | null
  readonly signature: string
  readonly files: number
}

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, { json: { type: 'boolean' }, ...UNLOCK_OPTIONS })
  const unlock = unlockWith(values)
  const inspect = (file: string): Promise<Result<Inspection>> =>
    withBundle(file, unlock, async (contents) => ok(await inspectContents(contents)))
  return reportEach(requireFiles(files, 'bundle'), values.json === true, terminal, inspect, describe)
}

async function inspectContents(contents: BundleContents): Promise<Inspection> {
  const names = await namesOfContributors(contents)
  const changes = new Map<string, number>([...names.keys()].map((id) => [id, 0]))
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for await (const history of allHistories(contents)) {
    for (const { stamp } of history.changes) {
      const time = timeOf(stamp)
      first = Math.min(first, time)
      last = Math.max(last, time)
      const author = contributorOf(stamp)
      changes.set(author, (changes.get(author) ?? 0) + 1)
    }
  }
  const date = (time: number) => (Number.isFinite(time) ? new Date(time).toISOString() : null)
  return {
    title: contents.title,
    format: contents.info.format,
    fullText: contents.info.text === 'included',
    privateNotes: contents.info.privateNotes === 'included',
    counts: Object.fromEntries([...contents.counts].filter(([, count]) => count > 0)),
    contributors: [...changes.keys()]
      .sort()
      .map((id) => ({ id, name: names.get(id)?.name ?? null, changes: changes.get(id) ?? 0 })),
    firstChange: date(first),
    lastChange: date(last),
    signature: await describeSignature(contents),
    files: contents.fileCount,
  }
}

function describe(file: string, found: Inspection): string {
  const counts = Object.entries(found.counts).map(
    ([kind, count]) => `  ${String(count).padStart(8)}  ${kind}\n`,
  )
  const people = found.contributors.map(
    ({ name, id, changes }) => `  ${name ?? id}: ${changes === 1 ? '1 change' : `${changes} changes`}\n`,
  )
  return [
    `${file}: “${found.title}”, format ${found.format}, ${found.files} files\n`,
    ...counts,
    ...people,
    `  changes from ${found.firstChange ?? '—'} to ${found.lastChange ?? '—'}\n`,
    `  ${found.fullText ? 'with' : 'without'} the articles’ texts; ${found.signature}\n`,
  ].join('')
}
