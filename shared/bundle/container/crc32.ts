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
  const end = bytes.length - 8
  for (; index <= end; index += 8) {
    crc ^=
      at(bytes, index) |
      (at(bytes, index + 1) << 8) |
      (at(bytes, index + 2) << 16) |
      (at(bytes, index + 3) << 24)
    crc =
      at(T7, crc & 255) ^
      at(T6, (crc >>> 8) & 255) ^
      at(T5, (crc >>> 16) & 255) ^
      at(T4, crc >>> 24) ^
      at(T3, at(bytes, index + 4)) ^
      at(T2, at(bytes, index + 5)) ^
      at(T1, at(bytes, index + 6)) ^
      at(T0, at(bytes, index + 7))
  }
  for (; index < bytes.length; index += 1) crc = (crc >>> 8) ^ at(T0, (crc ^ at(bytes, index)) & 255)
  return ~crc >>> 0
}

function at(list: Uint8Array | Uint32Array, index: number): number {
  return list[index] as number
}
