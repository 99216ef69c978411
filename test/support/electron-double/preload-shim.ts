/** The names under which a page reaches the double; Electron has no such thing, pages must not use them. */
export const INVOKE = '__electronDoubleInvoke'
export const DELIVER = '__electronDoubleDeliver'

/**
 * A script that runs before a page's own, as a preload does: only in the main frame, with the two modules that a
 * sandboxed preload may require, and a bridge whose objects the page cannot change.
 */
export function preloadScript(preload: string, argv: readonly string[]): string {
  return `(() => {
    if (window.top !== window || !location.protocol.startsWith('http')) return
    const listeners = new Map()
    const invoke = window.${INVOKE}
    window.${DELIVER} = (channel, args) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({ sender: null }, ...args)
    }
    const ipcRenderer = {
      invoke: (channel, ...args) => invoke(channel, args),
      on: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      off: (channel, listener) => listeners.get(channel)?.delete(listener),
    }
    const freeze = (value) => {
      if (value === null || typeof value !== 'object') return value
      Object.values(value).forEach(freeze)
      return Object.freeze(value)
    }
    const contextBridge = {
      exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: freeze(api), enumerable: true }),
    }
    const require = (name) => {
      if (name !== 'electron') throw new Error('A sandboxed preload cannot require ' + name)
      return { contextBridge, ipcRenderer }
    }
    const module = { exports: {} }
    ;((require, module, exports, process) => {
${preload}
    })(require, module, module.exports, { argv: ${JSON.stringify(argv)} })
  })()`
}
