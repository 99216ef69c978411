import { sha256 } from '@noble/hashes/sha2.js'

/** A SHA-256 that is fed piece by piece. */
export interface StreamHash {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

/** Makes a SHA-256; hosts with a native one pass theirs. */
export type MakeHash = () => StreamHash

export const makeHash: MakeHash = () => sha256.create()

/** Lower-case hexadecimal digits of bytes. */
export function toHex(bytes: Uint8Array): string {
  let digits = ''
  for (let index = 0; index < bytes.length; index += 1)
    digits += (bytes[index] as number).toString(16).padStart(2, '0')
  return digits
}

/** SHA-256 of a short piece, as hexadecimal digits. */
export function hashHex(bytes: Uint8Array): string {
  return toHex(sha256(bytes))
}
