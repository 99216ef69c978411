import { CanonicalDeflate, type Deflater } from './deflate'

/** By revision of the writer. What deflated the earliest bundles is loaded only when one of them is met. */
const DEFLATERS: readonly (() => Deflater | Promise<Deflater>)[] = [
  async () => {
    const { FirstDeflate } = await import('./first-deflate')
    return new FirstDeflate()
  },
  () => new CanonicalDeflate(),
]

/** Whether this program knows how a revision of the writer deflated. */
export function knowsDeflater(writer: number): boolean {
  return DEFLATERS[writer - 1] !== undefined
}

/** The deflater of a revision of the writer; null when it is a later one than this program knows. */
export async function deflaterOf(writer: number): Promise<Deflater | null> {
  return (await DEFLATERS[writer - 1]?.()) ?? null
}
