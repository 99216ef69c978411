import { basename } from 'node:path'
import { extractArticle, formatExtracted } from '@shared/intake/command'
import { readArguments, requireFiles } from './arguments'
import { reportEach, type Terminal } from './command'
import { readBytes } from './input'

export const help = `florilegium extract [--json] FILE…

Finds the article in a file: HTML, text, Markdown, Word (.docx) or EPUB.

  --json   one JSON object a line: {file, title, byline, publishedTime, siteName, lang, dir, excerpt, text};
           text has one block a line
`

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, { json: { type: 'boolean' } })
  const work = async (file: string) => {
    const bytes = await readBytes(file)
    return bytes.ok ? extractArticle(basename(file), bytes.value) : bytes
  }
  return reportEach(
    requireFiles(files),
    values.json === true,
    terminal,
    work,
    (_file, article) => `${formatExtracted(article)}\n`,
  )
}
