import type { NewVersion } from './create-version'

/** What became of an article's passages in its new version, in a sentence; empty when it has none. */
export function describePlacing({ passages, inDoubt }: NewVersion): string {
  if (passages === 0) return ''
  if (inDoubt === 0) return 'Every passage was found again.'
  return `${inDoubt} of ${passages} passages ${inDoubt === 1 ? 'waits' : 'wait'} in the Inbox.`
}
