/**
 * The address of the app's own pages on the desktop. Scheme and host are the key of the user's data in the
 * browser's store: they must never change.
 */
export const SCHEME = 'app'
export const HOST = 'florilegium'
export const HOME_PAGE = `${SCHEME}://${HOST}/index.html`

/** Whether an address is one of the app's own pages; anything that cannot be parsed is not. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address)
    // Not `origin`: for a scheme that Node does not know it is the text 'null'.
    return url.protocol === `${SCHEME}:` && url.host === HOST
  } catch {
    return false
  }
}
