import { describeSignature } from '@shared/bundle/describe'
import { verifyBundle } from '@shared/bundle/verify-bundle'
import { readArguments, requireFiles } from './arguments'
import { nodeHash, openFile } from './bundle-files'
import type { Terminal } from './command'

export const help = `florilegium verify [--json] BUNDLE…

Checks that a bundle is as its writer made it, to the last byte, and says who signed it. Exits with 1 if one is not.

  --json   one JSON object a line: {file, intact, faults, signature}
`

interface Answer {
  readonly file: string
  readonly intact: boolean
  readonly faults: readonly string[]
  readonly signature: string | null
}

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, { json: { type: 'boolean' } })
  let status = 0
  for (const file of requireFiles(files, 'a bundle')) {
    const answer = await verify(file)
    if (!answer.intact) status = 1
    if (values.json) terminal.out(`${JSON.stringify(answer)}\n`)
    else if (answer.intact) terminal.out(`${file}: intact; ${answer.signature}\n`)
    else for (const fault of answer.faults) terminal.complain(`${file}: ${fault}`)
  }
  return status
}

async function verify(file: string): Promise<Answer> {
  const source = await openFile(file)
  if (!source.ok) return { file, intact: false, faults: [source.error.message], signature: null }
  const { faults, contents } = await verifyBundle(source.value, { newHash: nodeHash })
  const signature = contents ? await describeSignature(contents) : null
  return { file, intact: faults.length === 0, faults, signature }
}
