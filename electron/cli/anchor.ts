import { anchorAnnotations } from '@shared/anchoring/command'
import type { Result } from '@shared/base/result'
import { readArguments } from './arguments'
import { type Terminal, UsageError } from './command'
import { readText } from './input'

export const help = `florilegium anchor --old OLD.txt --new NEW.txt ANNOTATIONS.json

Finds passages that were marked in one text again in another version of it.

  ANNOTATIONS.json   W3C Web Annotations made on OLD (TextQuote and TextPosition selectors)
  --old FILE         the text they were made on
  --new FILE         the text to find them in
  --json             accepted; the answer is always one JSON object a line:
                     {id, verdict: exact|moved|edited|ambiguous|lost, start, end, score}
                     start and end count Unicode code points in NEW; null when lost
`

interface Inputs {
  readonly old: string
  readonly new: string
  readonly annotations: string
}

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, {
    old: { type: 'string' },
    new: { type: 'string' },
    json: { type: 'boolean' },
  })
  const [file, ...others] = files
  if (!values.old || !values.new) throw new UsageError('Name both texts: --old OLD.txt and --new NEW.txt.')
  if (file === undefined || others.length > 0) throw new UsageError('Name one file of annotations.')
  const inputs = await readInputs(values.old, values.new, file)
  const placed = inputs.ok
    ? anchorAnnotations(inputs.value.old, inputs.value.new, inputs.value.annotations)
    : inputs
  if (!placed.ok) {
    terminal.out(`${JSON.stringify({ file, error: placed.error })}\n`)
    return 1
  }
  for (const line of placed.value) terminal.out(`${JSON.stringify(line)}\n`)
  return placed.value.some((line) => 'error' in line) ? 1 : 0
}

async function readInputs(oldFile: string, newFile: string, file: string): Promise<Result<Inputs>> {
  const [old, later, annotations] = await Promise.all([readText(oldFile), readText(newFile), readText(file)])
  if (!old.ok) return old
  if (!later.ok) return later
  if (!annotations.ok) return annotations
  return { ok: true, value: { old: old.value, new: later.value, annotations: annotations.value } }
}
