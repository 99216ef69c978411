import type { Reading } from '../reading/read-article'
import { findMentions } from './find-mentions'
import type { Mention } from './mention'
import { NameRegister } from './resolve-names'
import { PointerResolver } from './resolve-pointers'

/** All mentions of an article with what resolves them. */
export interface People {
  mentions: Mention[]
  register: NameRegister
  pointers: PointerResolver
}

/** Finds the mentions of a reading and joins its names into entities. */
export function gatherPeople(reading: Reading): People {
  const mentions = findMentions(reading)
  const register = new NameRegister(reading)
  register.addAll(mentions)
  register.assignKeys()
  const pointers = new PointerResolver(reading, register)
  pointers.adoptRoles(mentions)
  return { mentions, register, pointers }
}
