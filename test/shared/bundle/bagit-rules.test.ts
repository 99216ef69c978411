import { listAsSource } from '@shared/bundle/source'
import { bundleAsFiles, sha256Of, textOf } from '@test/support/bundle-as-files'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 3, annotations: 30, wideEvery: 2 })
const source = listAsSource(made.histories, made.notes)
const TITLES = ['Harbour', 'A/B: 100 % “title” 港\nsecond line', '\ufeffLead: x']

/** The rules of BagIt 1.0 (RFC 8493) that a bag must or should keep, by section, read from an unpacked bundle. */
describe.each(TITLES)('the bag of %j', async (name) => {
  const files = bundleAsFiles(await bundleBytes(source, { name }))
  const manifest = (path: string) =>
    textOf(files.get(path))
      .split('\n')
      .slice(0, -1)
      .map((line) => [line.slice(0, 64), line.slice(66)] as const)

  it('declares itself in just these two lines (2.1.1)', () => {
    expect(textOf(files.get('bagit.txt'))).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  })

  it('lists each payload file once with its hash, and nothing else (2.1.3, 3)', () => {
    const listed = manifest('manifest-sha256.txt')
    const payload = [...files.keys()].filter((path) => path.startsWith('data/'))
    expect(listed.map(([, path]) => path).sort()).toEqual(payload.sort())
    for (const [hash, path] of listed) expect(hash).toBe(sha256Of(files.get(path) as Uint8Array))
  })

  it('lists all other tag files with their hashes in the tag manifest (2.2.1)', () => {
    const listed = manifest('tagmanifest-sha256.txt')
    expect(listed.map(([, path]) => path)).toEqual(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'])
    for (const [hash, path] of listed) expect(hash).toBe(sha256Of(files.get(path) as Uint8Array))
  })

  it('has paths that need no encoding (2.1.3), in the plain form of Unicode and without clashes (5.2)', () => {
    for (const path of files.keys()) expect(path).toMatch(/^[\w./-]+$/)
    expect(new Set([...files.keys()].map((path) => path.toLowerCase())).size).toBe(files.size)
  })

  it('states size and number of its payload, and metadata in the form “Label: value” (2.2.2)', () => {
    const info = textOf(files.get('bag-info.txt'))
    for (const line of info.trimEnd().split('\n')) expect(line).toMatch(/^[^\s:][^:]*: \S.*$/)
    const payload = [...files].filter(([path]) => path.startsWith('data/'))
    const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0)
    expect(info).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`)
    expect(info).toMatch(/^Bagging-Date: \d{4}-\d\d-\d\d$/m)
    expect(info.match(/^Payload-Oxum/gm)).toHaveLength(1)
  })

  it('has tag files in UTF-8 without a byte order mark, lines ended by line feeds (2.3)', () => {
    for (const [path, content] of files) {
      if (path.startsWith('data/')) continue
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
      expect(text).not.toMatch(/^\ufeff|\r/)
      expect(text.endsWith('\n')).toBe(true)
    }
  })
})
