import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { chromiumSwitches, findChromium } from './find-chromium.mjs'

export interface LaunchOptions {
  /** Switches on top of the usual ones. */
  readonly args?: readonly string[]
}

/** The Chromium to test with; end-to-end tests fail with this sentence where there is none. */
export function requireChromium(): string {
  const path = findChromium()
  if (path === null)
    throw new Error(
      'No Chromium was found: install Chromium or Chrome, or set FLORILEGIUM_CHROMIUM to its path.',
    )
  return path
}

/** Starts a headless Chromium whose contexts are empty profiles in memory. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: requireChromium(),
    args: [...chromiumSwitches(), ...(options.args ?? [])],
  })
}

/** Starts a headless Chromium on a profile folder: what it stores is there at the next launch. */
export function launchProfile(folder: string, options: LaunchOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    args: [...chromiumSwitches(), ...(options.args ?? [])],
  })
}
