/** A sentence of invented words; the same number gives the same sentence. */
export function sentence(number: number): string {
  const words = Array.from({ length: 12 }, (_, at) => `${'bdfgklmnprst'[(number + at) % 12]}o${number}n${at}`)
  return `${words.join(' ')}.`
}

/** Three sentences of their own; the same number gives the same paragraph. */
export const paragraph = (number: number): string =>
  [0, 1, 2].map((part) => sentence(number * 3 + part)).join(' ')

/** So many paragraphs, one after the other. */
export const paragraphs = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => paragraph(from + at))
