import type { Session, WebContents } from 'electron'
import { isOwnPage } from './origin'

/** Permissions that the app uses; every other is denied. */
const ALLOWED_PERMISSIONS: readonly string[] = ['persistent-storage', 'clipboard-sanitized-write']

/** Denies everything that a page could ask of the machine, and every request that leaves it. */
export function lockDownSession(session: Session): void {
  const allows = (permission: string, address: string) =>
    ALLOWED_PERMISSIONS.includes(permission) && isOwnPage(address)
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allows(permission, contents.getURL())),
  )
  session.setPermissionCheckHandler((contents, permission, origin) =>
    allows(permission, contents?.getURL() || origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}

/** Keeps a window on the app's own pages: no navigation away, no windows of its own making, no embedded guests. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
