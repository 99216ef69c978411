/** Whether what is built is older than what it is built from, or is not there. */
export function isBuildNeeded(root: string): boolean
/** Builds everything where that is needed; gives null, or what the build said when it failed. */
export function buildIfNeeded(root: string): string | null
