import { fail, type Result } from '@shared/base/result'
import type { ArticleDraft } from './article-draft'
import { findFormat } from './formats'
import { explainUnread } from './unread-kinds'

const HEAD_LENGTH = 1024
const MEGABYTE = 1024 * 1024

const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/**
 * Reads a file as an article, by its first bytes or its name's ending. Never throws; expected failures:
 * `file-empty`, `file-binary`, `file-too-large`, `format-unread`, `article-empty`, and `article-unreadable` for what a reader
 * could not cope with.
 */
export async function readArticle(name: string, bytes: Uint8Array): Promise<Result<ArticleDraft>> {
  if (bytes.length === 0)
    return fail('file-empty', 'The file is empty. Look whether it was saved or copied whole.')
  const head = latin1(bytes.subarray(0, HEAD_LENGTH))
  const format = findFormat(name, head)
  const unread = format.isText ? explainUnread(head) : null
  if (unread !== null) return fail('format-unread', unread)
  if (bytes.length > format.limit) {
    const limit = Math.round(format.limit / MEGABYTE)
    return fail(
      'file-too-large',
      `The file is larger than the ${limit} MB that a ${format.name} article may have.`,
    )
  }
  try {
    return await format.read(name, bytes)
  } catch {
    return fail('article-unreadable', `The file could not be read as ${format.name}; it may be damaged.`)
  }
}
