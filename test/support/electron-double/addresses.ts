/**
 * Stock Chromium cannot load the app's own scheme, so pages run under an https host that stands for it; the main
 * process sees only the app's addresses.
 */
const OUTSIDE = 'app://florilegium'
const INSIDE = 'https://florilegium.test'

/** The address that Chromium loads for one of the app's. */
export function toChromium(address: string): string {
  return address.startsWith(`${OUTSIDE}/`) ? INSIDE + address.slice(OUTSIDE.length) : address
}

/** The address that the main process sees for one that Chromium has loaded. */
export function fromChromium(address: string): string {
  return address.startsWith(`${INSIDE}/`) ? OUTSIDE + address.slice(INSIDE.length) : address
}
