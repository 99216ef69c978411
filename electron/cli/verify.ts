import { ok, type Result } from '@shared/base/result'
import { describeSignature } from '@shared/bundle/describe'
import { verifyBundle } from '@shared/bundle/verify-bundle'
import { readArguments, requireFiles } from './arguments'
import { nodeHash, withBundleFile } from './bundle-files'
import { reportEach, type Terminal } from './command'
import { type FindUnlock, UNLOCK_HELP, UNLOCK_OPTIONS, unlockWith } from './unlock'

export const help = `florilegium verify [--json] BUNDLE…

Checks that a bundle is as its writer made it, to the last byte, and says who signed it. Exits with 1 if one is not.

  --json   one JSON object a line: {file, intact, faults, signature, unchecked}; unchecked says what could not be
           compared because another Florilegium wrote it. A file that is no bundle, does not open or cannot be
           read: {file, error: {code, message}}
${UNLOCK_HELP}`

interface Answer {
  readonly intact: boolean
  readonly faults: readonly string[]
  readonly signature: string | null
  readonly unchecked: string | null
}

/** Failures to open that are no answer to the question whether a bundle is intact. */
const NO_ANSWER = ['not-a-bundle', 'bundle-newer']

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, { json: { type: 'boolean' }, ...UNLOCK_OPTIONS })
  const unlock = unlockWith(values)
  let areIntact = true
  const work = async (file: string) => {
    const answer = await verify(file, unlock)
    if (answer.ok && !answer.value.intact) areIntact = false
    return answer
  }
  const describe = (file: string, answer: Answer) => describeAnswer(file, answer, terminal)
  const status = await reportEach(
    requireFiles(files, 'bundle'),
    values.json === true,
    terminal,
    work,
    describe,
  )
  return areIntact ? status : 1
}

function verify(path: string, unlock: FindUnlock): Promise<Result<Answer>> {
  return withBundleFile(path, unlock, async (file) => {
    const { faults, contents, failure, unchecked } = await verifyBundle(file, { newHash: nodeHash })
    if (failure && NO_ANSWER.includes(failure.code)) return { ok: false, error: failure }
    const signature = contents ? await describeSignature(contents) : null
    return ok({ intact: faults.length === 0, faults, signature, unchecked })
  })
}

/** Faults go to standard error, a line each; what is intact is said on standard output. */
function describeAnswer(
  file: string,
  { intact, faults, signature, unchecked }: Answer,
  terminal: Terminal,
): string {
  if (intact) return `${file}: intact; ${signature}${unchecked ? `; ${unchecked}` : ''}\n`
  for (const fault of faults) terminal.complain(`${file}: ${fault}`)
  return ''
}
