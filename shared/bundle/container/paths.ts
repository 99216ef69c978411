import { firstBytes } from '../../base/file-name'
import { READ_LIMITS } from '../format'

/** Bytes that a folder's name may take on the usual systems. */
const LONGEST_NAME = 255

const CONTROL = /[\u0000-\u001f\u007f]/
const DRIVE = /^[a-z]:/i
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

/** What is wrong with a path inside a bundle, as the end of a sentence; null when nothing is. */
export function findPathFault(path: string): string | null {
  if (path === '') return 'has no name'
  if (path.length > READ_LIMITS.pathLength) return 'has a name that is too long'
  if (CONTROL.test(path)) return 'has control characters in its name'
  if (path.includes('\\')) return 'has a backslash in its name'
  if (path.startsWith('/') || DRIVE.test(path)) return 'would be written outside the bundle’s folder'
  const steps = path.split('/')
  if (steps.some((step) => step === '..')) return 'would be written outside the bundle’s folder'
  if (steps.some((step) => step === '.' || step === '')) return 'has a name that is not in its plain form'
  if (steps.some((step) => DEVICE.test(step) || /[. ]$/.test(step)))
    return 'has a name that not every system allows'
  if (path.normalize('NFC') !== path) return 'has a name that is not in its plain form'
  return null
}

/** Two paths with the same key would be one file on some systems. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase().toUpperCase()
}

/** A folder name for a bundle's title, that every system allows. */
export function folderNameOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // Code points: where characters as readers see them end, hosts may disagree.
  const short = firstBytes(Array.from(plain).slice(0, 80), LONGEST_NAME).replace(/[. ]+$/, '')
  return short === '' || DEVICE.test(short) || /^\.+$/.test(short) ? 'notebook' : short
}

/** The path as a message shows it: short, and without characters that could confuse. */
export function showPath(path: string): string {
  const plain = path.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '�')
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain
}
