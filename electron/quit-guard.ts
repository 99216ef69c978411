import { QUIT_PATIENCE } from '@shared/host/host-api'
import type { BrowserWindow, WebContents } from 'electron'
import { sendEvent } from './send-event'

/** Holds a window open until its unsaved work is safe, or patience ends. */
export class QuitGuard {
  readonly #waiting = new Map<WebContents, () => void>()

  watch(window: BrowserWindow): void {
    const contents = window.webContents
    let isAsked = false
    window.on('close', (event) => {
      // A page that has crashed has nothing left to save.
      if (contents.isCrashed()) return
      event.preventDefault()
      if (isAsked) return
      isAsked = true
      const close = () => {
        clearTimeout(timer)
        this.#waiting.delete(contents)
        window.destroy()
      }
      const timer = setTimeout(close, QUIT_PATIENCE)
      this.#waiting.set(contents, close)
      sendEvent(contents, 'app:before-quit')
    })
  }

  /** The window says that it may close. */
  release(contents: WebContents): void {
    this.#waiting.get(contents)?.()
  }
}
