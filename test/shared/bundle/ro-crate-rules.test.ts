import { listAsSource } from '@shared/bundle/source'
import { bundleAsFiles, textOf } from '@test/support/bundle-as-files'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

interface Entity {
  readonly '@id': string
  readonly '@type': string | readonly string[]
  readonly [property: string]: unknown
}

const typesOf = (entity: Entity) => [entity['@type']].flat()
const isData = (entity: Entity) => typesOf(entity).some((type) => type === 'File' || type === 'Dataset')
const referencesIn = (entity: Entity, property: string) =>
  [entity[property] ?? []].flat().map((value) => (value as { '@id': string })['@id'])

const made = makeNotebook({ articles: 3, annotations: 30, wideEvery: 2 })
const KINDS = [
  ['a whole notebook', made.histories, {}],
  [
    'a notebook with private notes and without texts',
    made.histories,
    { privateNotes: true, fullText: false },
  ],
  ['an empty notebook', [], {}],
] as const

/** What RO-Crate 1.2 says a crate must and should have, as far as a bundle can know it, read from an unpacked bundle. */
describe.each(KINDS)('the crate of %s', async (_name, histories, options) => {
  const files = bundleAsFiles(await bundleBytes(listAsSource(histories, made.notes), options))
  const inside = [...files.keys()].filter((path) => path.startsWith('data/')).map((path) => path.slice(5))
  const document = JSON.parse(textOf(files.get('data/ro-crate-metadata.json')))
  const graph = document['@graph'] as readonly Entity[]
  const byId = new Map(graph.map((entity) => [entity['@id'], entity]))
  const root = byId.get('./') as Entity

  it('is flat JSON-LD with the context by reference, every entity once, with an identifier and a type', () => {
    expect(document['@context']).toBe('https://w3id.org/ro/crate/1.2/context')
    expect(byId.size).toBe(graph.length)
    for (const entity of graph) {
      expect(typesOf(entity).every((type) => typeof type === 'string' && type !== '')).toBe(true)
      for (const [property, value] of Object.entries(entity)) {
        if (property.startsWith('@')) continue
        for (const item of [value].flat()) {
          if (typeof item === 'string') expect(item).not.toBe('')
          else expect(Object.keys(item as object)).toEqual(['@id'])
        }
      }
    }
  })

  it('has a descriptor that says what it describes and which version of the standard it keeps', () => {
    expect(byId.get('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    })
  })

  it('has a root with name, description, licence and date', () => {
    expect(typesOf(root)).toContain('Dataset')
    expect(root.name).toBe('Harbour')
    expect(root.description).toMatch(/\S/)
    expect(root.datePublished).toMatch(/^\d{4}-\d\d-\d\d$/)
    const [licence] = referencesIn(root, 'license')
    expect(byId.get(licence as string)).toMatchObject({
      '@type': 'CreativeWork',
      name: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
    })
  })

  it('names all authors as people', () => {
    for (const entity of graph)
      for (const id of referencesIn(entity, 'author'))
        expect(byId.get(id)).toMatchObject({ '@type': 'Person', name: expect.stringMatching(/\S/) })
    if (histories.length > 0) expect(referencesIn(root, 'author').length).toBeGreaterThan(0)
  })

  it('describes every file but the page and itself, with a name, a description and a media type', () => {
    const described = graph.filter((entity) => typesOf(entity).includes('File'))
    const website = ['ro-crate-metadata.json', 'ro-crate-preview.html']
    expect(described.map((entity) => entity['@id']).sort()).toEqual(
      inside.filter((path) => !website.includes(path)).sort(),
    )
    for (const file of described) expect(file.encodingFormat).toMatch(/^\w+\/\w[\w.-]*(?:\+\w[\w.-]*)?$/)
    for (const entity of graph.filter(isData)) {
      expect(entity.name).toMatch(/\S/)
      expect(entity.description).toMatch(/\S/)
    }
  })

  it('has folders that exist, end in a slash and list their parts', () => {
    for (const folder of graph.filter((entity) => typesOf(entity).includes('Dataset') && entity !== root)) {
      expect(folder['@id']).toMatch(/\/$/)
      expect(inside.some((path) => path.startsWith(folder['@id']))).toBe(true)
      expect(referencesIn(folder, 'hasPart').length).toBeGreaterThan(0)
    }
  })

  it('reaches every part from the root, and leaves the page out', () => {
    const reached = new Set<string>()
    const visit = (entity: Entity) => {
      for (const id of referencesIn(entity, 'hasPart')) {
        if (reached.has(id)) continue
        reached.add(id)
        visit(byId.get(id) as Entity)
      }
    }
    visit(root)
    expect([...reached].sort()).toEqual(
      graph
        .filter((entity) => isData(entity) && entity !== root)
        .map((entity) => entity['@id'])
        .sort(),
    )
    expect(reached).not.toContain('ro-crate-preview.html')
  })

  it('describes what it refers to, and refers to what it describes', () => {
    const referred = new Set(
      graph.flatMap((entity) =>
        Object.keys(entity)
          .filter((key) => !key.startsWith('@') && typeof entity[key] === 'object')
          .flatMap((key) => referencesIn(entity, key)),
      ),
    )
    for (const id of referred) if (!id.startsWith('https://w3id.org/')) expect(byId.has(id)).toBe(true)
    for (const id of byId.keys()) if (id !== 'ro-crate-metadata.json') expect(referred).toContain(id)
  })

  it('has identifiers that are URIs: relative to the crate and encoded, or with a scheme', () => {
    for (const id of byId.keys())
      expect(id).toMatch(/^(?:urn:uuid:[0-9a-f-]{36}|(?:\.\/|#?[\w.~!*'()-]|%[0-9A-F]{2}|\/)+)$/)
  })
})
