import type { ComparedPiece } from '@shared/anchoring/compare-passages'

/** A piece as it is shown, with where it begins in the shortened text, in UTF-16 units. */
export interface ShownPiece extends ComparedPiece {
  readonly at: number
}

/** Characters of unchanged text that are shown beside a change. */
const AROUND = 60
/** Characters of a changed piece that are shown. */
const MOST = 400

function cutShared(text: string, isFirst: boolean, isLast: boolean): string {
  if (isFirst && isLast) return text.length > MOST ? `${text.slice(0, MOST)} …` : text
  if (text.length <= 2 * AROUND) return text
  if (isFirst) return `… ${text.slice(-AROUND)}`
  if (isLast) return `${text.slice(0, AROUND)} …`
  return `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}`
}

const cutChanged = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)} …` : text)

/** The pieces of a compared text with long stretches cut short: what changed, and a few words around it. */
export function shortenPieces(pieces: readonly ComparedPiece[]): ShownPiece[] {
  let at = 0
  return pieces.map(({ text, isShared }, index) => {
    const shown = isShared ? cutShared(text, index === 0, index === pieces.length - 1) : cutChanged(text)
    const piece = { text: shown, isShared, at }
    at += shown.length
    return piece
  })
}
