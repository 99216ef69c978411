import { ANNOTATION_CONTEXT } from '@shared/bundle/parts/contexts'
import { type BundleSource, listAsSource } from '@shared/bundle/source'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { findFaults, SCHEMAS } from '../../interop/validate-annotations.mjs'
import { BREAKS, broken, everything, type Tree } from './annotation-rules'

async function exported(source: BundleSource, fullText = true): Promise<Tree> {
  const files = unzipSync(await bundleBytes(source, { fullText }))
  return JSON.parse(Buffer.from(files['Harbour/data/annotations.jsonld'] as Uint8Array).toString())
}

const made = makeNotebook({ articles: 4, annotations: 80, wideEvery: 2 })
const source = listAsSource(made.histories, made.notes)

/** Every object in a tree. */
function objectsIn(tree: unknown): Tree[] {
  if (typeof tree !== 'object' || tree === null) return []
  return [...(Array.isArray(tree) ? [] : [tree as Tree]), ...Object.values(tree).flatMap(objectsIn)]
}

describe('exported annotations', () => {
  it('keep every MUST of the W3C data model', async () => {
    const collection = await exported(source)
    expect(findFaults(collection)).toEqual([])
    expect(collection.total).toBe(collection.first.items.length)
    expect(collection.total).toBeGreaterThan(80)
  })

  it('keep them without the articles’ texts too, and then give no positions that nobody could count', async () => {
    const collection = await exported(source, false)
    expect(findFaults(collection)).toEqual([])
    expect(JSON.stringify(collection)).not.toContain('TextPositionSelector')
  })

  it('keep them where there are none', async () => {
    expect(findFaults(await exported(listAsSource([])))).toEqual([])
  })

  it('use no word that the context does not explain, and no position that ends before it starts', async () => {
    const known = new Set(['@context', ...Object.keys(ANNOTATION_CONTEXT as object)])
    const objects = objectsIn(await exported(source))
    const words = new Set(objects.flatMap(Object.keys))
    for (const { type, purpose, motivation } of objects)
      for (const word of [type, purpose, motivation]) if (word) words.add(word)
    expect([...words].filter((word) => !known.has(word))).toEqual([])
    const positions = objects.filter(({ type }) => type === 'TextPositionSelector')
    expect(positions.length).toBeGreaterThanOrEqual(80)
    expect(positions.filter(({ start, end }) => start >= end)).toEqual([])
  })
})

describe('the schemas of the W3C data model', () => {
  it('let everything through that the model allows', () => {
    expect(findFaults(everything())).toEqual([])
  })

  it('have an example that breaks it for each MUST, and for nothing else', () => {
    const musts = objectsIn(SCHEMAS).flatMap(({ $comment }) => ($comment ? [$comment] : []))
    expect(Object.keys(BREAKS).sort()).toEqual([...new Set(musts)].sort())
  })

  it.each(Object.entries(BREAKS))('notice where it does not hold that %s', (_must, breaks) => {
    for (const [path, value] of breaks) {
      const faults = findFaults(broken(path, value))
      expect(faults.length, `${path} = ${JSON.stringify(value)}`).toBeGreaterThan(0)
    }
  })
})
