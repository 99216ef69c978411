/** An intent's key in the user's words: `create-annotation` is “create annotation”. */
export function describeIntent(intent: string): string {
  return intent.replaceAll('-', ' ')
}
