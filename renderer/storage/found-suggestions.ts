import type { Id } from '@shared/base/ids'
import type { SuggestedSpans } from '@shared/notebook/settled-suggestions'
import type { LocalSettings } from './notebook'

/** What is remembered of a suggestion, so that what waits is known without looking through the text again. */
export interface FoundMark extends SuggestedSpans {
  /** Whether it is held back until it is asked for. */
  readonly isDoubtful: boolean
}

const LOOKED_THROUGH = 'suggested-versions'
const NONE: readonly never[] = Object.freeze([])

/** The versions that were looked through on this machine; the same list until another one is. */
export function versionsLookedThrough(local: LocalSettings): readonly Id[] {
  return local.get<readonly Id[]>(LOOKED_THROUGH) ?? NONE
}

/** What was found in a version when it was last looked through. */
export function marksFoundIn(local: LocalSettings, versionId: Id): readonly FoundMark[] {
  return local.get<readonly FoundMark[]>(`suggested:${versionId}`) ?? NONE
}

/** Keeps what was found in a version. */
export function rememberMarks(local: LocalSettings, versionId: Id, marks: readonly FoundMark[]): void {
  local.set(`suggested:${versionId}`, marks)
  local.set(LOOKED_THROUGH, [...versionsLookedThrough(local).filter((id) => id !== versionId), versionId])
}
