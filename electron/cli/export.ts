import type { Stream } from '@shared/bundle/source'
import { encodeText } from '@shared/bundle/utf8'
import { FORMATS, findExportFormat } from '@shared/formats'
import { readArguments } from './arguments'
import { withBundle } from './bundle-files'
import { type Terminal, UsageError } from './command'
import { refuseInputs, writeStream } from './output'
import { UNLOCK_HELP, UNLOCK_OPTIONS, unlockWith } from './unlock'

export const help = `florilegium export BUNDLE --to FORMAT -o OUT [--json]
florilegium export --list-formats [--json]

Writes what is in a bundle in a format of another program. What is in the trash is left out.

  --to FORMAT      one of: ${FORMATS.map(({ key }) => key).join(', ')}
  -o, --out FILE   where it goes, in place of what is there
  --list-formats   says what each format is
  --json           one JSON object a line: {file, format, out, bytes}; of formats {key, name, ending}
${UNLOCK_HELP}`

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, {
    to: { type: 'string' },
    out: { type: 'string', short: 'o' },
    'list-formats': { type: 'boolean' },
    json: { type: 'boolean' },
    ...UNLOCK_OPTIONS,
  })
  if (values['list-formats']) return listFormats(values.json === true, terminal)
  const [file, another] = files
  if (file === undefined || another !== undefined) throw new UsageError('Name one bundle.')
  const format = findExportFormat(values.to ?? '')
  if (!format) throw new UsageError(`Say with --to one of: ${FORMATS.map(({ key }) => key).join(', ')}.`)
  if (values.out === undefined) throw new UsageError('Say with -o where the export should go.')
  const { out } = values
  await refuseInputs(out, [file])
  const written = await withBundle(file, unlockWith(values), (contents) =>
    writeStream(out, encoded(format.write(contents, contents.title))),
  )
  if (values.json) {
    const answer = written.ok
      ? { file, format: format.key, out: values.out, bytes: written.value }
      : { file, error: written.error }
    terminal.out(`${JSON.stringify(answer)}\n`)
  } else if (!written.ok) terminal.complain(`${file}: ${written.error.message}`)
  else terminal.out(`${values.out}: ${format.name}, ${written.value} bytes\n`)
  return written.ok ? 0 : 1
}

function listFormats(asJson: boolean, terminal: Terminal): number {
  for (const { key, name, ending } of FORMATS) {
    const line = asJson ? JSON.stringify({ key, name, ending }) : `${key.padEnd(12)}  ${name} (*${ending})`
    terminal.out(`${line}\n`)
  }
  return 0
}

async function* encoded(text: Stream<string>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of text) yield encodeText(piece)
}
