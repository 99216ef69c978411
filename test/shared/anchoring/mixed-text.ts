import fc from 'fast-check'

/** Characters that make offsets drift where they are counted wrongly: outside the BMP, combining, paired, joined. */
const pieces = [
  'plain words ',
  'Straße ',
  'e\u0301te\u0301 ',
  '\u00e9t\u00e9 ',
  'a\u0308o\u0323\u0302 ',
  '\r\n',
  '\r\n\r\n',
  '\n',
  '\t ',
  '😀 ',
  '👩‍👩‍👧‍👦 ',
  '👍🏽',
  '🇩🇪 ',
  '𝔘𝔫𝔦 ',
  '𠮷野家',
  '漢字かな',
  'שלום ',
  'مرحبا بالعالم ',
  'हिन्दी ',
  'ไทย',
  '\ufb01nal o\ufb03ce ',
  'soft\u00adhyphen ',
  'zero\u200bwidth ',
  '“quoted” ',
  '‘single’ – dash — ',
  '… ',
  'broken-\r\nword ',
  '가나다 ',
  '\u1112\u1161\u11ab ',
]

/** Texts of mixed scripts, with everything that makes UTF-16, code points and characters differ. */
export const mixedText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

/** A text with a passage of it that is not empty, in UTF-16 offsets between code points. */
export const mixedPassage = fc
  .tuple(mixedText, fc.nat(), fc.nat())
  .map(([text, p, q]) => {
    const edges = codePointEdges(text)
    const [from, to] = [p % edges.length, q % edges.length].sort((x, y) => x - y) as [number, number]
    return { text, start: edges[from] as number, end: edges[to] as number }
  })
  .filter(({ start, end }) => end > start)

function codePointEdges(text: string): number[] {
  const edges = [0]
  for (const character of text) edges.push((edges.at(-1) as number) + character.length)
  return edges
}

/** The same without arbitrary characters: only what real texts hold. */
export const writtenText = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(''))
