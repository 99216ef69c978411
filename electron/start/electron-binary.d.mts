type Environment = Record<string, string | undefined>
/** The path of Electron's binary, or null where it has not been downloaded. */
export function findElectron(environment?: Environment): string | null
/** Why a window could not be opened here even with the binary, or null. */
export function whyNoWindow(environment?: Environment, platform?: string): string | null
/** Finds the binary, or downloads it where its source answers quickly. */
export function obtainElectron(environment?: Environment): Promise<{ binary?: string; reason?: string }>
