/** Bytes that can be read from anywhere: a buffer, a file on disk, a Blob. */
export interface ByteSource {
  readonly size: number
  /**
   * The bytes from `start` to `end` (exclusive), both within the size. A host that can puts them into `room`, which is large enough, so that
   * reading on and on needs no more memory than one read.
   */
  read(start: number, end: number, room?: Uint8Array): Promise<Uint8Array>
}

/** Bytes in memory as a source. */
export function bytesAsSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) }
}
