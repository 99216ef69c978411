/** The path of a Chromium, or null; throws when FLORILEGIUM_CHROMIUM or CHROME_PATH names a file that cannot be run. */
export function findChromium(environment?: Record<string, string | undefined>): string | null
/** Switches that a Chromium under test needs. */
export function chromiumSwitches(): string[]
