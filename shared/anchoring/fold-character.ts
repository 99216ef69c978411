/**
 * What a character stands for when texts are compared: one form for every quotation mark, dash and blank, nothing for
 * invisible characters, and Unicode's compatibility form (NFKC) for the rest, which takes ligatures apart.
 */
const doubleMarks =
  '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02'
const singleMarks = "'`\u00b4\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u2035\u02bc\uff07"
const dashes = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d'
const invisible = /^[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+$/

/** A blank of any kind; line ends are blanks. */
export const blank = ' '

const folded = new Map<string, string>()
for (const mark of doubleMarks) folded.set(mark, '"')
for (const mark of singleMarks) folded.set(mark, "'")
for (const dash of dashes) folded.set(dash, '-')

/** Folds one character with its combining marks; gives '' for what is invisible and ' ' for any blank. */
export function foldCharacter(cluster: string): string {
  const known = folded.get(cluster)
  if (known !== undefined) return known
  const plain = compute(cluster)
  if (folded.size < 50_000) folded.set(cluster, plain)
  return plain
}

function compute(cluster: string): string {
  if (invisible.test(cluster)) return ''
  if (/^\s+$/u.test(cluster)) return blank
  const plain = cluster.normalize('NFKC').replace(/[\u2044\u2215]/g, '/')
  return /^\s/u.test(plain) && plain.length > 1 ? plain.trimStart() : plain
}
