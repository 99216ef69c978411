import { fail, ok, type Result } from '@shared/base/result'
import { strFromU8, type Unzipped, unzipSync } from 'fflate'

/** What an archive may unpack to; books of text are far smaller. */
const UNPACKED_LIMIT = 256 * 1024 * 1024
const WANTED = /\.(?:x?html?|xml|opf|ncx)$|^mimetype$/i

/** The text files of an archive, by path. */
export interface Archive {
  readonly text: (path: string) => string | null
}

function unzip(bytes: Uint8Array): Unzipped | null {
  let total = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!WANTED.test(name)) return false
      total += originalSize
      if (total > UNPACKED_LIMIT) throw new RangeError('The archive unpacks to too much.')
      return true
    },
  })
}

/** Opens a zip archive of text files, without its pictures; fails with `archive-damaged` when it can't or is a bomb. */
export function openArchive(bytes: Uint8Array): Result<Archive> {
  try {
    const files = unzip(bytes)
    return ok({
      text: (path) => {
        const file = files?.[path]
        return file === undefined ? null : strFromU8(file).replace(/^\ufeff/, '')
      },
    })
  } catch {
    return fail('archive-damaged', 'The file is damaged or was not copied whole; try to get it again.')
  }
}
