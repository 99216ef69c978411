const BY =
  /^(?:(?:written|posted|published|submitted|geschrieben|erstellt|veröffentlicht|publiziert|verfasst|ein (?:artikel|beitrag|gastbeitrag)|gastbeitrag|text|interview|story|words|reported|authors?|autor(?:in|en|innen)?|auteurs?|autore|autora|redaktion|skrevet|publicado|publié|scritto)\s*(?:\(s\))?\s*[:|]?\s*)?(?:by|von|vom|par|por|door|av|af|przez|autor|автор|от|von:|by:)\s*:?\s+/i
const LABEL =
  /^(?:authors?|autor(?:in|en|innen)?|auteurs?|text|foto|by|von|written by|posted by|автор|作者|著者|كتب|بقلم|מאת)\s*(?:\(s\))?\s*[:：/]\s*/i
/** Where a name ends: dates, times, separators, verbs that go on. */
const END =
  /\s*(?:[|•·›»–—/]|\s-\s|,?\s+(?:am|on|at|vom|le|el|il|um|in|updated|published|veröffentlicht|aktualisiert|schreibt|said|sagt|posted|und ist)\s|\d{1,4}[./:\s-]|\d{4}|\(|\[|@|https?:|,\s*(?:\p{Ll}|dpa|afp|ap|apa|reuters)).*$/isu
const NOT_A_NAME =
  /https?:|www\.|[<>{}=@]|^(?:admin|administrator|editor|staff|redaktion|webmaster|author|autor|unknown|anonymous|home|mehr|more|share|teilen|comments?|kommentare?|follow|n\/a|null|undefined|user|gast|guest)$/i

/** A person's or body's name from a byline as written, or null when it holds none. */
export function cleanName(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 200)
  const bare = line.replace(LABEL, '').replace(BY, '').replace(LABEL, '').replace(END, '')
  const name = bare.replace(/^[\s,.:;|*"“”„-]+|[\s,.:;|*"“”„-]+$/g, '')
  const words = name.split(' ').length
  if (name.length < 2 || name.length > 60 || words > 6 || NOT_A_NAME.test(name)) return null
  if (/\p{Ll}{3}[.!?]\s/u.test(name)) return null
  return /\p{L}/u.test(name) ? name : null
}

const JOINT = /\s*(?:,|;|\s(?:und|and|et|y|e|en|och|og|i|и|&|sowie|with|mit)\s)\s*/u

/** Splits "A, B and C" into names; "Last, First" as libraries write it is one name. */
export function splitNames(text: string): string[] {
  const line = text.replace(LABEL, '').replace(BY, '')
  const parts = line.split(JOINT).filter((part) => part.trim() !== '')
  const inverted =
    parts.length === 2 && parts.every((part) => part.trim().split(' ').length === 1) && /^[^,]+, /.test(line)
  const names = inverted ? [`${parts[1]} ${parts[0]}`] : parts
  return names.flatMap((part) => cleanName(part) ?? [])
}
