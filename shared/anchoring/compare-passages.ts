import { compareVersions, type WordDifference } from './compare-versions'

/** A piece of a text, and whether the other text has it too. */
export interface ComparedPiece {
  readonly text: string
  readonly isShared: boolean
}

function piecesOf(
  text: string,
  differences: readonly WordDifference[],
  side: 'old' | 'new',
): ComparedPiece[] {
  const pieces: ComparedPiece[] = []
  let at = 0
  for (const difference of differences) {
    const span = difference[side]
    if (!span || difference.kind === 'same') continue
    if (span[0] > at) pieces.push({ text: text.slice(at, span[0]), isShared: true })
    pieces.push({ text: text.slice(span[0], span[1]), isShared: false })
    at = span[1]
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isShared: true })
  return pieces
}

/** Two short passages cut into the words that they share and those that only one of them has. */
export function comparePassages(
  oldText: string,
  newText: string,
): { readonly old: readonly ComparedPiece[]; readonly new: readonly ComparedPiece[] } {
  // As one block each: line breaks between blocks count as blanks here.
  const [old, fresh] = [oldText.replace(/\n/g, ' '), newText.replace(/\n/g, ' ')]
  const rows = compareVersions(old, fresh)
  const words = rows.flatMap((row): readonly WordDifference[] => {
    if (row.words) return row.words
    if (row.kind === 'added' && row.new) return [{ kind: 'added', new: row.new }]
    if (row.kind === 'removed' && row.old) return [{ kind: 'removed', old: row.old }]
    return []
  })
  return { old: piecesOf(old, words, 'old'), new: piecesOf(fresh, words, 'new') }
}
