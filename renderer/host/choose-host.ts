import type { HostApi } from '@shared/host/host-api'
import { createBrowserHost } from './browser-host'

declare global {
  interface Window {
    /** Put there by the desktop's preload; missing in a browser. */
    readonly host?: HostApi
  }
}

/** The machine that this page runs on: the desktop where there is its bridge, else the browser. */
export function chooseHost(): HostApi {
  return window.host ?? createBrowserHost()
}
