import { type Failure, fail } from '@shared/base/result'

/** What a method answers where the host lacks its capability. */
export async function notAvailable(): Promise<{ readonly ok: false; readonly error: Failure }> {
  return fail('not-available', 'This is only possible in the desktop app.')
}
