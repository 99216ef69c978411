const POLYNOMIAL = 0xedb88320
const TABLES = makeTables()

/** Eight tables, so that eight bytes are folded in at a step ("slicing by 8", Kounavis and Berry, 2005). */
function makeTables(): readonly Uint32Array[] {
  const tables = Array.from({ length: 8 }, () => new Uint32Array(256))
  const first = tables[0] as Uint32Array
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
    first[byte] = value
  }
  for (let level = 1; level < 8; level += 1) {
    const [table, below] = [tables[level] as Uint32Array, tables[level - 1] as Uint32Array]
    for (let byte = 0; byte < 256; byte += 1) {
      const value = below[byte] as number
      table[byte] = (value >>> 8) ^ (first[value & 255] as number)
    }
  }
  return tables
}

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as readonly [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
]

/** The CRC-32 of zip (IEEE 802.3), continued from an earlier value; start with 0. */
export function crc32(bytes: Uint8Array, from = 0): number {
  let crc = ~from
  let index = 0
  // Whole words through a view are read faster than eight single bytes.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 8
  for (; index <= end; index += 8) {
    const low = crc ^ view.getInt32(index, true)
    const high = view.getInt32(index + 4, true)
    crc =
      (T7[low & 255] as number) ^
      (T6[(low >>> 8) & 255] as number) ^
      (T5[(low >>> 16) & 255] as number) ^
      (T4[low >>> 24] as number) ^
      (T3[high & 255] as number) ^
      (T2[(high >>> 8) & 255] as number) ^
      (T1[(high >>> 16) & 255] as number) ^
      (T0[high >>> 24] as number)
  }
  for (; index < bytes.length; index += 1)
    crc = (crc >>> 8) ^ (T0[(crc ^ (bytes[index] as number)) & 255] as number)
  return ~crc >>> 0
}
