import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './command'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads options and files; an unknown option or a missing value is a usage error. */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { values, files: positionals }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** The files, of which there must be at least one. */
export function requireFiles(files: readonly string[], what = 'file'): readonly string[] {
  if (files.length === 0) throw new UsageError(`Name at least one ${what}.`)
  return files
}
