import { extractFile, formatExtracted, isFailed } from '@shared/intake/command'
import { readArguments, requireFiles } from './arguments'
import type { Terminal } from './command'
import { readBytes } from './input'

export const help = `florilegium extract [--json] FILE…

Finds the article in a file: HTML, text or Markdown.

  --json   one JSON object a line: {file, title, byline, publishedTime, siteName, lang, dir, excerpt, text};
           text has one block a line
`

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, { json: { type: 'boolean' } })
  let status = 0
  for (const file of requireFiles(files)) {
    const bytes = await readBytes(file)
    const line = bytes.ok ? await extractFile(file, bytes.value) : { file, error: bytes.error }
    if (isFailed(line)) status = 1
    if (values.json) terminal.out(`${JSON.stringify(line)}\n`)
    else if (isFailed(line)) terminal.complain(formatExtracted(line))
    else terminal.out(`${formatExtracted(line)}\n`)
  }
  return status
}
