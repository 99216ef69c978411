import type { TokenWindow } from './shared-runs'

/**
 * The part to which a stretch of the old text belongs where it is between the same mapped tokens, or the same edges, in
 * both texts, whatever else came or went beside it; undefined if it has moved.
 */
export function partInOrder(
  map: Int32Array,
  part: Int32Array,
  newLength: number,
  { oldStart, oldEnd, newStart, newEnd }: TokenWindow,
): number | undefined {
  let before = oldStart - 1
  while (before >= 0 && (map[before] as number) < 0) before -= 1
  let behind = oldEnd
  while (behind < map.length && (map[behind] as number) < 0) behind += 1
  const isBehind = before < 0 || (map[before] as number) < newStart
  const isBefore = newEnd <= (behind < map.length ? (map[behind] as number) : newLength)
  const own = before < 0 ? 0 : (part[before] as number)
  const other = behind < map.length ? (part[behind] as number) : 0
  return isBehind && isBefore && own === other ? own : undefined
}
