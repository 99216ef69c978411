import { QUIT_PATIENCE } from '@shared/host/host-api'
import type { BrowserWindow, Dialog, WebContents } from 'electron'
import { sendEvent } from './send-event'

const NO_ANSWER = 'The window has not answered: its last changes may not be saved yet.'

/** Holds a window open until its unsaved work is safe, or until the user lets that work go. */
export class QuitGuard {
  readonly #dialog: Pick<Dialog, 'showMessageBox'>
  readonly #onStay: () => void
  readonly #waiting = new Map<WebContents, (unsafe: string | null) => Promise<void>>()

  /** `onStay` is called when the user keeps a window that was to close. */
  constructor(dialog: Pick<Dialog, 'showMessageBox'>, onStay: () => void) {
    this.#dialog = dialog
    this.#onStay = onStay
  }

  watch(window: BrowserWindow): void {
    const contents = window.webContents
    window.on('close', (event) => {
      // A page that has crashed has nothing left to save.
      if (contents.isCrashed()) return
      event.preventDefault()
      if (this.#waiting.has(contents)) return
      this.#waiting.set(contents, this.#asker(window))
      sendEvent(contents, 'app:before-quit')
    })
  }

  /** The window has saved what it could: null when it may close, else what is not safe. */
  async answer(contents: WebContents, unsafe: string | null): Promise<void> {
    await this.#waiting.get(contents)?.(unsafe)
  }

  /** What ends the wait for one window. An answer that comes while the user is being asked still counts, if it is good. */
  #asker(window: BrowserWindow): (unsafe: string | null) => Promise<void> {
    const contents = window.webContents
    const timer = setTimeout(() => void this.answer(contents, NO_ANSWER), QUIT_PATIENCE)
    let isAsking = false
    return async (unsafe) => {
      clearTimeout(timer)
      if (unsafe !== null && isAsking) return
      isAsking = unsafe !== null
      const closes = unsafe === null || (await this.#mayLose(window, unsafe))
      if (window.isDestroyed()) return
      this.#waiting.delete(contents)
      if (closes) window.destroy()
      else this.#onStay()
    }
  }

  async #mayLose(window: BrowserWindow, unsafe: string): Promise<boolean> {
    const { response } = await this.#dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Close without saving the last changes?',
      detail: unsafe,
      buttons: ['Keep it open', 'Close and lose them'],
      defaultId: 0,
      cancelId: 0,
    })
    return response === 1
  }
}
