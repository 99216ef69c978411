import { assertNever } from '@shared/base/assert'
import { fail, ok, type Result } from '@shared/base/result'
import { findFuzzily } from './find-fuzzily'
import { type FoldedText, foldText } from './fold-text'

/**
 * How a text is searched. `plain` and `word` overlook kinds of quotation marks, dashes, blanks and Unicode forms;
 * `word` wants whole words; `fuzzy` allows about one mistake in five letters; `regexp` is a JavaScript pattern.
 */
export interface FindMode {
  readonly kind: 'plain' | 'word' | 'fuzzy' | 'regexp'
  readonly matchCase?: boolean
}

/** UTF-16 offsets of a hit, end exclusive. */
export type Hit = [start: number, end: number]

/** More hits than a reader can use; a search stops there. */
export const mostHits = 100_000

/**
 * Finds all hits that do not overlap, in order. Fails with `find/bad-pattern` for a regular expression that does not
 * parse. A regular expression may take very long on unlucky text: run it where it can be stopped.
 */
export function findInText(text: string, query: string, mode: FindMode): Result<Hit[]> {
  if (query.trim() === '') return ok([])
  switch (mode.kind) {
    case 'plain':
    case 'word':
      return ok(findFolded(text, query, mode))
    case 'fuzzy':
      return ok(findFuzzily(foldOnce(text, mode), fold(query, mode).text.trim(), mostHits))
    case 'regexp':
      return findPattern(text, query, mode)
    default:
      return assertNever(mode.kind)
  }
}

const fold = (text: string, mode: FindMode): FoldedText =>
  foldText(text, { foldCase: mode.matchCase !== true })

let lastFolded: { text: string; foldCase: boolean; folded: FoldedText } | undefined

/** The reader searches one text again with every key, so its folded form is kept. */
function foldOnce(text: string, mode: FindMode): FoldedText {
  const foldCase = mode.matchCase !== true
  if (lastFolded?.text !== text || lastFolded.foldCase !== foldCase) {
    lastFolded = { text, foldCase, folded: fold(text, mode) }
  }
  return lastFolded.folded
}

function findFolded(text: string, query: string, mode: FindMode): Hit[] {
  const folded = foldOnce(text, mode)
  const wanted = fold(query, mode).text
  const pattern = mode.kind === 'word' ? wanted.trim() : wanted
  const hits: Hit[] = []
  for (let at = folded.text.indexOf(pattern); at >= 0 && hits.length < mostHits; ) {
    const end = at + pattern.length
    const fits =
      isWholeCharacters(folded.text, at, end) && (mode.kind === 'plain' || isWholeWord(folded.text, at, end))
    if (fits) hits.push([folded.starts[at] as number, folded.ends[end - 1] as number])
    at = folded.text.indexOf(pattern, fits ? end : at + 1)
  }
  return hits
}

const continuesCharacter = /^[\p{M}\u200d]/u

/** A hit must not end before a combining mark: "e" is not found in a decomposed "é". */
function isWholeCharacters(text: string, start: number, end: number): boolean {
  return !startsInsideCharacter(text, start) && !startsInsideCharacter(text, end)
}

function startsInsideCharacter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (!(unit >= 0x300)) return false
  if (unit >= 0xdc00 && unit <= 0xdfff) return true
  return continuesCharacter.test(text.slice(at, at + 2))
}

const wordCharacter = /^[\p{L}\p{N}\p{M}_]$/u

function isWholeWord(text: string, start: number, end: number): boolean {
  return (
    !(isWordAt(text, start) && isWordBefore(text, start)) && !(isWordBefore(text, end) && isWordAt(text, end))
  )
}

function isWordAt(text: string, at: number): boolean {
  const point = text.codePointAt(at)
  return point !== undefined && wordCharacter.test(String.fromCodePoint(point))
}

function isWordBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1)
  return at > 0 && isWordAt(text, unit >= 0xdc00 && unit <= 0xdfff ? at - 2 : at - 1)
}

function findPattern(text: string, source: string, mode: FindMode): Result<Hit[]> {
  const pattern = compile(source, mode)
  if (!pattern) {
    return fail(
      'find/bad-pattern',
      'This regular expression is not complete or not valid. Check brackets and backslashes.',
    )
  }
  const hits: Hit[] = []
  for (const match of text.matchAll(pattern)) {
    // Patterns such as "x*" match nothing at all between every two characters.
    if (match[0].length > 0) hits.push([match.index, match.index + match[0].length])
    if (hits.length >= mostHits) break
  }
  return ok(hits)
}

function compile(source: string, mode: FindMode): RegExp | undefined {
  try {
    return new RegExp(source, mode.matchCase ? 'gmu' : 'gimu')
  } catch {
    return undefined
  }
}
