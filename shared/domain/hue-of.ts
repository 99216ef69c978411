import type { Id } from '../base/ids'
import { HUES, type Hue } from './annotation'

/** The hue that stands for a record everywhere, such as a speaker's: derived from its id, so it never changes. */
export function hueOf(id: Id): Hue {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return HUES[(hash >>> 8) % HUES.length] as Hue
}
