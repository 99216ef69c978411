import { type Failure, fail } from '@shared/base/result'

type Failed = { readonly ok: false; readonly error: Failure }

/** An error while writing a file, as a sentence that names it. */
export function writingFailed(name: string, error: unknown): Failed {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return fail('disk-full', `${name} was not saved because the disk is full: make space and try again.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return fail(
      'file-unwritable',
      `${name} was not saved because that folder may not be written to: choose another.`,
    )
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return fail('file-unwritable', `${name} was not saved because there is no such folder: make it first.`)
  if (code === 'EISDIR')
    return fail(
      'file-unwritable',
      `${name} was not saved because there is a folder of that name: choose another.`,
    )
  if (code === 'ENAMETOOLONG')
    return fail(
      'file-unwritable',
      `${name} was not saved because its name is too long: choose a shorter one.`,
    )
  return fail('file-unwritable', `${name} could not be saved (${code}).`)
}

/** An error while reading a file, as a sentence that names it. */
export function readingFailed(name: string, error: unknown): Failed {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return fail('file-unreadable', `There is no file ${name}.`)
  if (code === 'EISDIR') return fail('file-unreadable', `${name} is a folder: name a file.`)
  if (code === 'EACCES' || code === 'EPERM')
    return fail('file-unreadable', `${name} may not be read: ask for permission to it.`)
  return fail('file-unreadable', `${name} could not be read (${code}).`)
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : error instanceof Error ? error.message : String(error)
}
