const BUNDLE_ENDINGS = ['.florilegium', '.age', '.zip']

/** Whether a file's name says that it is a bundle, as itself, encrypted, or for colleagues without the app. */
export function isBundleName(name: string): boolean {
  const lower = name.toLowerCase()
  return BUNDLE_ENDINGS.some((ending) => lower.endsWith(ending))
}
