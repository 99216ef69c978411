declare module 'mark.js' {
  /** The one part of it that is measured. */
  export default class Mark {
    constructor(root: HTMLElement)
    markRanges(ranges: readonly { readonly start: number; readonly length: number }[], options?: object): void
  }
}
