import { spawn } from 'node:child_process'

const OPENERS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] }

/** Opens an address in the user's browser where there is a display; otherwise the printed address has to do. */
export function openAddress(address, environment = process.env) {
  const isHeadless = process.platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY
  const [command, ...args] = OPENERS[process.platform] ?? OPENERS.linux
  if (isHeadless || environment.BROWSER === 'none') return
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
