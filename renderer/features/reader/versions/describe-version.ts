import type { Version } from '@shared/domain/version'

const stamp = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const REASONS = {
  captured: 'Captured',
  recaptured: 'Captured again',
  corrected: 'Corrected',
  merged: 'From a colleague',
} as const

/** A version in words: why it was made, and when. */
export function describeVersion({ fields }: Version): string {
  return `${REASONS[fields.reason]} ${stamp.format(Date.parse(fields.capturedTime))}`
}
