import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '@shared/bundle/container/crc32'
import {
  centralHeader,
  dataDescriptor,
  endOf,
  endRecord,
  localHeader,
  type ZipEntry,
} from '@shared/bundle/container/zip-layout'
import { listAsSource } from '@shared/bundle/source'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { unzipSync } from 'fflate'

export interface HostileBundle {
  readonly name: string
  readonly bytes: Uint8Array
  /** What the sentence must name. */
  readonly names: string
}

export type Files = Map<string, Uint8Array>

const text = (value: string) => new Uint8Array(Buffer.from(value))
const made = makeNotebook({ articles: 1, annotations: 6, wordsPerArticle: 40 })
const ANNOTATIONS = 'data/records/annotation.ndjson'
const NOTES = 'data/records/note.ndjson'

/** Zips files in our own container, sound but for what a test changes in it. */
export function zip(files: Files, change: (entry: ZipEntry) => ZipEntry = (entry) => entry): Uint8Array {
  const entries: ZipEntry[] = []
  const pieces: Uint8Array[] = []
  let offset = 0
  for (const [path, content] of files) {
    const data = new Uint8Array(deflateRawSync(content))
    const entry = change({ path, crc: crc32(content), compressed: data.length, size: content.length, offset })
    pieces.push(localHeader(entry.path), data, dataDescriptor(entry))
    entries.push(entry)
    offset = endOf({ ...entry, compressed: data.length, offset })
  }
  const directory = Buffer.concat(entries.map(centralHeader))
  return Buffer.concat([...pieces, directory, endRecord(entries.length, directory.length, offset)])
}

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

/** Makes the manifests right again after a change, as somebody who means harm would. */
function reseal(files: Files): Files {
  const inside = (path: string) => path.slice(path.indexOf('/') + 1)
  const folder = [...files.keys()][0]?.split('/')[0] ?? 'Harbour'
  const payload = [...files].filter(([path]) => inside(path).startsWith('data/'))
  const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0)
  const info = Buffer.from(files.get(`${folder}/bag-info.txt`) ?? []).toString()
  files.set(
    `${folder}/bag-info.txt`,
    text(info.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${bytes}.${payload.length}`)),
  )
  const lines = (list: readonly (readonly [string, Uint8Array])[]) =>
    text(list.map(([path, content]) => `${hashOf(content)}  ${inside(path)}\n`).join(''))
  files.set(`${folder}/manifest-sha256.txt`, lines(payload))
  const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'].map(
    (path) => [`${folder}/${path}`, files.get(`${folder}/${path}`) as Uint8Array] as const,
  )
  files.set(`${folder}/tagmanifest-sha256.txt`, lines(tags))
  return files
}

/** Generates hostile and damaged bundles from a sound one. */
export async function makeHostileBundles(): Promise<HostileBundle[]> {
  const sound = await bundleBytes(listAsSource(made.histories, made.notes), { privateNotes: true })
  const list: HostileBundle[] = []
  const add = (name: string, bytes: Uint8Array, names: string) => list.push({ name, bytes, names })
  const fresh = (): Files => new Map(Object.entries(unzipSync(sound)))
  const replaced = (path: string, change: (content: string) => string | Uint8Array) => {
    const files = fresh()
    const content = change(Buffer.from(files.get(`Harbour/${path}`) as Uint8Array).toString())
    files.set(`Harbour/${path}`, typeof content === 'string' ? text(content) : content)
    return zip(reseal(files))
  }
  const extra = (path: string, content = 'x') => {
    const files = new Map([...fresh(), [path, text(content)]])
    return zip(files)
  }
  addNames(add, extra)
  addContainers(add, sound, fresh)
  addBags(add, fresh)
  addRecords(add, replaced)
  return list
}

type Add = (name: string, bytes: Uint8Array, names: string) => void

function addNames(add: Add, extra: (path: string) => Uint8Array): void {
  add('a path that climbs out', extra('Harbour/../../evil.txt'), 'evil.txt')
  add('an absolute path', extra('/etc/cron.d/evil'), '/etc/cron.d/evil')
  add('a Windows drive', extra('C:/evil.txt'), 'C:/evil.txt')
  add('a backslash', extra('Harbour\\..\\evil.txt'), 'evil.txt')
  add('a control character', extra('Harbour/data/evil\u0007.txt'), 'evil')
  add('a device name', extra('Harbour/data/CON.txt'), 'CON.txt')
  add('a dot segment', extra('Harbour/./data/evil.txt'), 'evil.txt')
  add('names that differ in case only', extra('Harbour/DATA/annotations.jsonld'), 'DATA/annotations.jsonld')
  add('a name that is not composed', extra('Harbour/data/cafe\u0301.txt'), 'cafe')
  add('a name without end', extra(`Harbour/data/${'a'.repeat(500)}.txt`), 'aaa')
  add('a file outside the folder', extra('Elsewhere/evil.txt'), 'Elsewhere/evil.txt')
  add('a file that no manifest lists', extra('Harbour/data/evil.js'), 'evil.js')
  add('a file beside the payload', extra('Harbour/evil.js'), 'evil.js')
}

function patched(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const changed = bytes.slice()
  changed.set(values, at)
  return changed
}

function addContainers(add: Add, sound: Uint8Array, fresh: () => Files): void {
  const directory = new DataView(sound.buffer, sound.byteOffset).getUint32(sound.length - 6, true)
  add('an empty file', new Uint8Array(), 'empty')
  add('noise', text('just some text that is no zip at all, and long enough'), 'not a zip')
  add('a bundle cut in half', sound.slice(0, sound.length >> 1), 'cut off')
  add('a bundle without its last byte', sound.slice(0, -1), 'cut off')
  add('something after the end', Buffer.concat([sound, text('extra')]), 'after its end')
  add('something before the start', Buffer.concat([text('PK'), sound]), 'directory')
  add('a symbolic link', patched(sound, directory + 38, [0, 0, 0xff, 0xa1]), 'bagit.txt')
  add('a file encrypted by zip', patched(sound, directory + 8, [0x09]), 'bagit.txt')
  add('an unknown packing', patched(sound, directory + 10, [99]), 'bagit.txt')
  add('a bomb', zip(new Map([...fresh(), ['Harbour/data/zeros', new Uint8Array(64 * 2 ** 20)]])), 'zeros')
  const lying = (entry: ZipEntry) =>
    entry.path.endsWith('tags.jsonld') ? { ...entry, size: entry.size - 5 } : entry
  add('a size that is too small', zip(fresh(), lying), 'tags.jsonld')
  const overlapping = (entry: ZipEntry) =>
    entry.path.endsWith('tags.jsonld') ? { ...entry, offset: 0 } : entry
  add('files that overlap', zip(fresh(), overlapping), 'tags.jsonld')
  const first = fresh()
  const twice = zip(new Map([...first, ['Harbour/bagit.tx_', text('x')]]))
  add(
    'one name twice',
    Buffer.from(Buffer.from(twice).toString('latin1').replaceAll('bagit.tx_', 'bagit.txt'), 'latin1'),
    'bagit.txt',
  )
  add(
    'a name that is not UTF-8',
    Buffer.from(Buffer.from(twice).toString('latin1').replaceAll('bagit.tx_', 'bagit.tx\xff'), 'latin1'),
    'not UTF-8',
  )
  add('an age file', text('age-encryption.org/v1\n-> scrypt abc 18\n'), 'encrypted')
}

function addBags(add: Add, fresh: () => Files): void {
  const changed = (path: string, change: (content: string) => string) => {
    const files = fresh()
    files.set(
      `Harbour/${path}`,
      text(change(Buffer.from(files.get(`Harbour/${path}`) as Uint8Array).toString())),
    )
    return files
  }
  const without = (path: string) => {
    const files = fresh()
    files.delete(`Harbour/${path}`)
    return files
  }
  add(
    'a changed annotation',
    zip(changed(ANNOTATIONS, (lines) => lines.replace('harbour', 'HARBOUR'))),
    ANNOTATIONS,
  )
  add('a missing payload file', zip(without('data/graph.jsonld')), 'data/graph.jsonld')
  add('a missing manifest', zip(without('manifest-sha256.txt')), 'manifest-sha256.txt')
  add('missing records', zip(reseal(without('data/records/claim.ndjson'))), 'claim.ndjson')
  add(
    'a changed manifest',
    zip(changed('manifest-sha256.txt', (lines) => lines.replace(/^./, '0'))),
    'manifest',
  )
  add(
    'a manifest that is no manifest',
    zip(changed('manifest-sha256.txt', () => 'hello\n')),
    'manifest-sha256.txt',
  )
  add('another kind of bag', zip(changed('bagit.txt', () => 'BagIt-Version: 0.97\n')), 'bagit.txt')
  const future = changed('bag-info.txt', (info) => info.replace('Format: 1', 'Format: 7'))
  add('a future version', zip(reseal(future)), 'format 7')
  add('no version', zip(reseal(changed('bag-info.txt', () => 'Bag-Software-Agent: x\n'))), 'bag-info.txt')
}

function addRecords(
  add: Add,
  replaced: (path: string, change: (content: string) => string | Uint8Array) => Uint8Array,
): void {
  const first = (change: (line: string) => string) => (lines: string) => {
    const [head, ...rest] = lines.split('\n')
    return [change(head as string), ...rest].join('\n')
  }
  const bad = (name: string, change: (line: string) => string, path = ANNOTATIONS) =>
    add(name, replaced(path, first(change)), path)
  bad('a line that is no JSON', () => '{oops')
  bad('a number as a line', () => '7')
  bad(
    'deep JSON',
    (line) => line.replace('"content":', `"content":${'['.repeat(5_000)}${']'.repeat(5_000)},"x":`),
    NOTES,
  )
  bad('a prototype key', (line) => line.replace('"set":{', '"set":{"__proto__":{"admin":true},'))
  bad(
    'a prototype key in a note',
    (line) => line.replace('"root":{', '"__proto__":{"admin":true},"root":{'),
    NOTES,
  )
  bad('a huge number', (line) => line.replace(/"start":\d+/, '"start":1e+300'))
  bad('a negative offset', (line) => line.replace(/"start":\d+/, '"start":-1'))
  bad('an unknown field', (line) => line.replace('"set":{', '"set":{"Zebra":1,'))
  bad('a stamp of another age', (line) => line.replace(/"stamp":"./, '"stamp":"z'))
  bad('an id that is no id', (line) => line.replace(/"id":"[0-9a-f]{8}/, '"id":"../../../'))
  bad('a record of another kind', (line) => line.replace('"kind":"annotation"', '"kind":"toString"'))
  bad('white space between', (line) => line.replace(',', ', '))
  bad('no changes', (line) => line.replace(/"changes":.*,"id"/, '"changes":[],"id"'))
  bad(
    'a script as a link',
    (line) => line.replace('"type":"bold"', '"href":"javascript:alert(1)","type":"link"'),
    'data/records/version.ndjson',
  )
  add(
    'a wrong encoding',
    replaced(
      ANNOTATIONS,
      (lines) => new Uint8Array(Buffer.from(lines.replace('harbour', 'h\xe4rbour'), 'latin1')),
    ),
    ANNOTATIONS,
  )
  add(
    'records out of order',
    replaced(ANNOTATIONS, (lines) => `${lines.trimEnd().split('\n').reverse().join('\n')}\n`),
    ANNOTATIONS,
  )
  add(
    'a record twice',
    replaced(ANNOTATIONS, (lines) => `${lines.split('\n')[0]}\n${lines}`),
    ANNOTATIONS,
  )
  const entity = made.histories.find(({ kind }) => kind === 'entity')?.id as string
  bad(
    'one id under two kinds',
    (line) => line.replace(/(?<=\],"id":")[^"]+/, entity),
    'data/records/relation.ndjson',
  )
  add(
    'a last line that is cut',
    replaced(ANNOTATIONS, (lines) => lines.trimEnd()),
    ANNOTATIONS,
  )
}
