/** Kinds of file that people take for articles and that are not read, with the bytes they start with (as Latin-1). */
const KINDS: readonly { readonly start: string; readonly name: string; readonly advice: string }[] = [
  { start: '%PDF-', name: 'a PDF', advice: 'copy its text and paste it, or save it as a Word or text file' },
  { start: '{\\rtf', name: 'an RTF document', advice: 'save it as a Word (.docx) or text file' },
  { start: '\u00d0\u00cf\u0011\u00e0', name: 'an old Office document', advice: 'save it as .docx' },
  { start: 'PK\u0003\u0004', name: 'an archive', advice: 'unpack it and open the article inside' },
  { start: '\u001f\u008b', name: 'a compressed file', advice: 'unpack it and open the article inside' },
]

/** One sentence on a file that shows itself to be of a kind that is not read, or null when it doesn't. */
export function explainUnread(head: string): string | null {
  const kind = KINDS.find(({ start }) => head.startsWith(start))
  return kind === undefined ? null : `The file is ${kind.name}, which can't be read here: ${kind.advice}.`
}
