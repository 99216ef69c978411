/** Most bytes of a file name: file systems allow 255, and a file has a longer name while it is being written. */
const MOST_BYTES = 240

const sizeOf = (text: string) =>
  Array.from(text, (character) => character.codePointAt(0) as number).reduce(
    (bytes, point) => bytes + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4),
    0,
  )

/** As many of the first characters as take at most so many bytes in UTF-8. */
export function firstBytes(characters: Iterable<string>, most: number): string {
  let [text, size] = ['', 0]
  for (const character of characters) {
    size += sizeOf(character)
    if (size > most) break
    text += character
  }
  return text
}

/** Characters as readers see them, which may be several code points. */
const charactersOf = (text: string) =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)

/** A file name that every system takes, from what the user calls a thing; `ending` with its dot. */
export function fileNameFor(name: string, ending: string): string {
  const plain = name.replace(/[\u0000-\u001f\u007f\\/:*?"<>|\s]+/g, ' ').trim()
  const cut = firstBytes(charactersOf(plain), MOST_BYTES - sizeOf(ending)).replace(/[. ]+$/, '')
  return `${cut || 'Notebook'}${ending}`
}
