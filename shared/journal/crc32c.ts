/** CRC-32C (Castagnoli polynomial, reflected 0x82f63b78; RFC 3720 appendix B.4), eight bytes at a step ("slicing by 8"). */
const TABLES = makeTables()

function makeTables(): readonly Uint32Array[] {
  const first = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
    first[byte] = crc
  }
  const tables = [first]
  for (let index = 1; index < 8; index += 1) {
    const previous = tables[index - 1] as Uint32Array
    tables.push(previous.map((crc) => (crc >>> 8) ^ (first[crc & 255] as number)))
  }
  return tables
}

/** The checksum of a range of bytes, continued from `seed` (the checksum of what comes before). */
export function crc32c(bytes: Uint8Array, start = 0, end = bytes.length, seed = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as unknown as readonly Uint32Array[] & { length: 8 }
  let crc = ~seed
  let at = start
  for (; at + 8 <= end; at += 8) {
    const low = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    crc =
      t7![low & 255]! ^
      t6![(low >>> 8) & 255]! ^
      t5![(low >>> 16) & 255]! ^
      t4![low >>> 24]! ^
      t3![bytes[at + 4]!]! ^
      t2![bytes[at + 5]!]! ^
      t1![bytes[at + 6]!]! ^
      t0![bytes[at + 7]!]!
  }
  for (; at < end; at += 1) crc = (crc >>> 8) ^ t0![(crc ^ bytes[at]!) & 255]!
  return ~crc >>> 0
}
