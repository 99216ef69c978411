import { FORMAT_VERSION } from '../migrations/migrations'
import { refuse } from './failure'
import { PATHS } from './format'

/** Where in a line of a manifest the path begins. */
export const PATH_START = 66

/** One line of a manifest. */
export interface HashedFile {
  readonly path: string
  /** SHA-256, lower-case hexadecimal. */
  readonly hash: string
}

/** A line of a BagIt manifest (RFC 8493, 2.1.3), which `sha256sum -c` reads too. */
export function manifestLine({ path, hash }: HashedFile): string {
  return `${hash}  ${path}\n`
}

/** Reads a line of a manifest, without its line feed and counted from 1, as it is written by us; refuses anything else. */
export function parseManifestLine(text: string, line: number, name: string): HashedFile {
  const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(text)
  const [, hash, path] = match ?? []
  if (!hash || !path)
    return refuse('bundle-damaged', `Line ${line} of “${name}” is not a hash and a file name.`)
  return { hash, path }
}

/** The labels of bag-info.txt that bundles use. */
export interface BagInfo {
  /** The notebook's title, on one line. */
  readonly title: string
  readonly format: number
  readonly writer: number
  /** `YYYY-MM-DD` of the latest change in it; null when it holds none. */
  readonly date: string | null
  readonly payloadBytes: number
  readonly payloadFiles: number
  readonly text: 'included' | 'withheld'
  readonly privateNotes: 'included' | 'left out'
}

/** bag-info.txt, with nothing in it that depends on who writes the bundle or when. */
export function bagInfoText(info: BagInfo): string {
  const lines = [
    ...(info.date ? [`Bagging-Date: ${info.date}`] : []),
    'Bag-Software-Agent: Florilegium',
    `Payload-Oxum: ${info.payloadBytes}.${info.payloadFiles}`,
    `Florilegium-Title: ${info.title}`,
    `Florilegium-Format: ${info.format}`,
    `Florilegium-Writer: ${info.writer}`,
    `Florilegium-Full-Text: ${info.text}`,
    `Florilegium-Private-Notes: ${info.privateNotes}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function labelsOf(text: string): Map<string, string> {
  const labels = new Map<string, string>()
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ')
    if (colon > 0) labels.set(line.slice(0, colon), line.slice(colon + 2))
  }
  return labels
}

const isCount = (text: string | undefined): text is string => /^[0-9]{1,15}$/.test(text ?? '')

/** Reads bag-info.txt; a format newer than `newest` is refused with the version that is needed. */
export function parseBagInfo(text: string, newest: number = FORMAT_VERSION): BagInfo {
  const labels = labelsOf(text)
  const format = labels.get('Florilegium-Format')
  if (!isCount(format))
    return refuse('not-a-bundle', `“${PATHS.info}” does not say which format the bundle has.`)
  if (Number(format) > newest) {
    refuse(
      'bundle-newer',
      `This bundle has format ${format}, and this Florilegium reads up to format ${newest} (“${PATHS.info}”): open it with a newer Florilegium.`,
    )
  }
  const [payloadBytes, payloadFiles] = (labels.get('Payload-Oxum') ?? '').split('.')
  const writer = labels.get('Florilegium-Writer')
  if (!isCount(payloadBytes) || !isCount(payloadFiles) || !isCount(writer) || format === '0')
    return refuse('bundle-damaged', `“${PATHS.info}” is not in the form that bundles have.`)
  return {
    title: labels.get('Florilegium-Title') ?? '',
    format: Number(format),
    writer: Number(writer),
    date: labels.get('Bagging-Date') ?? null,
    payloadBytes: Number(payloadBytes),
    payloadFiles: Number(payloadFiles),
    text: labels.get('Florilegium-Full-Text') === 'withheld' ? 'withheld' : 'included',
    privateNotes: labels.get('Florilegium-Private-Notes') === 'included' ? 'included' : 'left out',
  }
}
