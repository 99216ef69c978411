import { assertNever } from '../../base/assert'
import type { Ground } from './attribution'

/** One plain sentence saying why this speaker; `where` is the wording in the text, `name` whom it stands for. */
export function explainSpeaker(
  ground: Ground,
  cue: string | null,
  where: string | null,
  name: string | null,
): string {
  if (!where) return 'No speaker is named near these words.'
  const meant = name && name !== where ? ` “${where}” stands for ${name} in this article.` : ''
  switch (ground) {
    case 'verb':
      return `“${where}” is the subject of “${cue ?? ''}” beside these words.${meant}`
    case 'according':
      return `The words are given as coming from “${where}” (“${cue ?? ''}”).${meant}`
    case 'carried':
      return `The quotation goes on from the one before, which is “${where}”’s.${meant}`
    case 'before':
      return `The passage before names “${where}”, and no other speaker follows.${meant}`
    case 'after':
      return `The sentence after the quotation names “${where}”.${meant}`
    case 'nearby':
      return `“${where}” is named in the same sentence.${meant}`
    case 'none':
      return 'No speaker is named near these words.'
    default:
      return assertNever(ground)
  }
}
