import { CanonicalDeflate, type Deflater } from './deflate'
import { FirstDeflate } from './first-deflate'

const DEFLATERS: readonly (() => Deflater)[] = [() => new FirstDeflate(), () => new CanonicalDeflate()]

/** The deflater of a revision of the writer; null when it is a later one than this program knows. */
export function deflaterOf(writer: number): Deflater | null {
  return DEFLATERS[writer - 1]?.() ?? null
}
