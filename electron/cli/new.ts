import { basename } from 'node:path'
import { fail, ok, type Result } from '@shared/base/result'
import type { Lock } from '@shared/bundle/encryption'
import { listAsSource } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import { readArticle } from '@shared/intake/intake'
import { readArguments, requireFiles } from './arguments'
import { nodeHash } from './bundle-files'
import { saveEach, type Terminal, UsageError } from './command'
import { readBytes } from './input'
import { LOCK_HELP, LOCK_OPTIONS, locked, readLock } from './lock'
import { NewNotebook } from './new-notebook'
import { refuseInputs, writeStream } from './output'

export const help = `florilegium new FILE… -o OUT [--title TITLE] [--by NAME] [--no-suggest] [--json]

Makes a bundle of article files, with the quotes that are found in them as suggestions. A file that cannot be
read is left out, and the exit status is 1.

  -o, --out FILE   where the bundle goes, in place of what is there
  --title TITLE    the notebook's title; otherwise the name of the bundle's file
  --by NAME        who makes it
  --no-suggest     no quotes
  --json           one JSON object a line: {file, title, quotes}
${LOCK_HELP}`

interface Taken {
  readonly title: string
  readonly quotes: number
}

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, {
    out: { type: 'string', short: 'o' },
    title: { type: 'string' },
    by: { type: 'string' },
    'no-suggest': { type: 'boolean' },
    json: { type: 'boolean' },
    ...LOCK_OPTIONS,
  })
  const { out } = values
  if (out === undefined) throw new UsageError('Say with -o where the bundle should go.')
  const notebook = new NewNotebook(values.by ?? 'Command line')
  const work = async (file: string): Promise<Result<Taken>> => {
    const bytes = await readBytes(file)
    if (!bytes.ok) return bytes
    const draft = await readArticle(basename(file), bytes.value)
    if (!draft.ok) return draft
    const quotes = await notebook.addArticle(draft.value, values['no-suggest'] !== true)
    return ok({ title: draft.value.title, quotes })
  }
  const describe = (file: string, { title, quotes }: Taken) =>
    `${file}: “${title}”, ${quotes === 1 ? '1 quote' : `${quotes} quotes`}\n`
  const name = values.title ?? basename(out).replace(/(?:\.florilegium|\.zip)?(?:\.age)?$/i, '')
  await refuseInputs(out, files)
  const lock = await readLock(values)
  const save = () => saveNotebook(notebook, out, name, lock)
  return saveEach({ files: requireFiles(files), out, work, save, describe }, values.json === true, terminal)
}

async function saveNotebook(
  notebook: NewNotebook,
  out: string,
  name: string,
  lock: Lock | null,
): Promise<Result<number>> {
  if (notebook.isEmpty) return fail('nothing-read', 'None of the files could be read; nothing was written.')
  const source = listAsSource(notebook.histories, notebook.notes)
  return writeStream(out, locked(writeBundle(source, { name, newHash: nodeHash }), lock))
}
