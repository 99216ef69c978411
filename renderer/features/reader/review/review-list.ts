import type { Suggestions } from '@shared/quotes/suggestions'
import { isDoubtful, type Suggested } from '@shared/quotes/waiting-suggestions'

export type ReviewKind = 'quotes' | 'claims'

/** Where one is among the suggestions. */
export interface ReviewPlace {
  /** The suggestion that is looked at. */
  readonly key: string | null
  /** Its place in the list, for when it is gone. */
  readonly index: number
  /** What was decided last: when that is undone, it is looked at again. */
  readonly decided: string | null
}

export const START: ReviewPlace = { key: null, index: 0, decided: null }

/** The suggestions of one kind that are offered, and how many doubtful ones are held back. */
export function offeredAmong(
  waiting: Suggestions,
  kind: ReviewKind,
  showsDoubtful: boolean,
): { readonly list: readonly Suggested[]; readonly doubtful: number } {
  const all: readonly Suggested[] = waiting[kind]
  const sure = all.filter((suggestion) => !isDoubtful(suggestion))
  return { list: showsDoubtful ? all : sure, doubtful: all.length - sure.length }
}

/** The place in the list that is looked at; -1 when nothing is left. After the last decision it begins again at the top. */
export function currentIn(list: readonly Suggested[], { key, index, decided }: ReviewPlace): number {
  if (list.length === 0) return -1
  const undone = list.findIndex((suggestion) => suggestion.key === decided)
  if (undone >= 0) return undone
  const same = list.findIndex((suggestion) => suggestion.key === key)
  if (same >= 0) return same
  return index < list.length ? index : 0
}
