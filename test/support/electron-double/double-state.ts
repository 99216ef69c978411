import type { OpenDialogReturnValue, SaveDialogReturnValue } from 'electron'
import type { BrowserContext } from 'playwright-core'

/** The path in the menu, from the bar down, with `&` left out: ['File', 'New note']. */
export type MenuPath = readonly string[]

type DialogAnswer = OpenDialogReturnValue | SaveDialogReturnValue | { response: number }

/** Everything that a run of the double remembers, shared by its parts. */
export interface DoubleState {
  readonly folder: string
  readonly paths: Map<string, string>
  /** Answers that dialogs give, in order; a dialog without one fails the test, one with a promise stays open. */
  readonly dialogAnswers: (DialogAnswer | Promise<DialogAnswer>)[]
  /** The options of every native dialog that opened. */
  readonly dialogsShown: object[]
  readonly openedOutside: string[]
  readonly recentDocuments: string[]
  /** Addresses outside the app that a page asked for, each of which was refused. */
  readonly requestsOutside: string[]
  /** Errors of the main process that nobody caught. */
  readonly faults: unknown[]
  readonly launchContext: () => Promise<BrowserContext>
  readonly hasInstanceLock: boolean
  isReady: boolean
}
