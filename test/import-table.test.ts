import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Who may import whom, by room; a room may always import itself. One line a room, read top to bottom. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'shared/base': [],
  'shared/domain': ['shared/base', 'shared/anchoring'],
  'shared/anchoring': ['shared/base'],
  'shared/quotes': ['shared/base', 'shared/domain', 'shared/anchoring'],
  'shared/changes': ['shared/base', 'shared/domain'],
  'shared/notebook': ['shared/base', 'shared/domain', 'shared/changes', 'shared/migrations'],
  'shared/graph': ['shared/base', 'shared/domain', 'shared/notebook', 'shared/quotes'],
  'shared/search': ['shared/base', 'shared/domain', 'shared/notebook'],
  'shared/agreement': ['shared/base', 'shared/domain', 'shared/notebook'],
  'shared/migrations': ['shared/base', 'shared/domain', 'shared/changes'],
  'shared/intake': ['shared/base', 'shared/domain'],
  'shared/backups': ['shared/base', 'shared/domain', 'shared/changes'],
  'shared/journal': ['shared/base', 'shared/host'],
  'shared/host': ['shared/base'],
  'shared/bundle': [
    'shared/base',
    'shared/domain',
    'shared/changes',
    'shared/notebook',
    'shared/anchoring',
    'shared/graph',
    'shared/migrations',
  ],
  'shared/formats': [
    'shared/base',
    'shared/domain',
    'shared/changes',
    'shared/notebook',
    'shared/anchoring',
    'shared/graph',
    'shared/migrations',
    'shared/bundle',
    'shared/agreement',
  ],
  electron: ['shared'],
  'renderer/ui': [],
  'renderer/windows': ['shared'],
  'renderer/storage': ['shared', 'renderer/windows'],
  'renderer/host': ['shared', 'renderer/windows'],
  'renderer/workers': ['shared'],
  'renderer/intake': ['shared', 'renderer/workers'],
  'renderer/anchoring': ['shared', 'renderer/workers'],
  'renderer/editor': ['shared', 'renderer/ui'],
  'renderer/sample': ['shared'],
  'renderer/workflows': [
    'shared',
    'renderer/storage',
    'renderer/windows',
    'renderer/workers',
    'renderer/intake',
    'renderer/host',
    'renderer/anchoring',
    'renderer/sample',
  ],
  'renderer/navigation': ['shared', 'renderer/storage/queries', 'renderer/ui'],
  'renderer/linking': [
    'shared',
    'renderer/workflows',
    'renderer/storage/queries',
    'renderer/navigation',
    'renderer/ui',
  ],
  'renderer/weighing': [
    'shared',
    'renderer/workflows',
    'renderer/workers',
    'renderer/storage/queries',
    'renderer/navigation',
    'renderer/ui',
  ],
  'renderer/features': [
    'renderer/linking',
    'renderer/weighing',
    'shared',
    'renderer/workflows',
    'renderer/storage/queries',
    'renderer/anchoring',
    'renderer/editor',
    'renderer/navigation',
    'renderer/ui',
    'renderer/workers',
  ],
  'renderer/app': ['shared', 'renderer'],
  'renderer/main.tsx': ['shared', 'renderer'],
}

/** Packages that only some rooms may use. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  dexie: ['renderer/storage'],
  'fake-indexeddb': ['renderer/storage'],
  'dexie-react-hooks': ['renderer/storage'],
  lexical: ['renderer/editor'],
  '@lexical': ['renderer/editor'],
  electron: ['electron'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  linkedom: ['shared/intake'],
  '@mozilla/readability': ['shared/intake'],
  mammoth: ['shared/intake'],
  'node:': ['electron'],
}

interface Import {
  readonly file: string
  readonly target: string
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path))
}

/** Paths and packages that a source text imports, re-exports or loads later. Types count too. */
function importsOf(file: string, source: string): Import[] {
  const found = source.matchAll(
    /(?:from\s+|import\s+|import\(\s*)'([^']+)'|new URL\('([^']+)',\s*import\.meta\.url/g,
  )
  return [...found].map((match) => ({ file, target: resolveTarget(file, (match[1] ?? match[2]) as string) }))
}

function resolveTarget(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier))
  const alias = /^@(shared|renderer|electron|test)\//.exec(specifier)
  return alias ? specifier.slice(1) : `package ${specifier}`
}

const isWithin = (path: string, room: string) => path === room || path.startsWith(`${room}/`)

/** The innermost room a path lies in. */
function roomOf(path: string): string | undefined {
  return Object.keys(ALLOWED)
    .filter((room) => isWithin(path, room))
    .sort((a, b) => b.length - a.length)[0]
}

function featureOf(path: string): string | undefined {
  return /^renderer\/features\/([^/]+)/.exec(path)?.[1]
}

/** Why an import breaks the table, or null. */
function findFault({ file, target }: Import): string | null {
  const room = roomOf(file)
  if (!room) return `${file} is in no room of the table`
  if (target.startsWith('package ')) return findPackageFault(file, target.slice('package '.length))
  const [own, other] = [featureOf(file), featureOf(target)]
  if (own && other && own !== other) return `${file} imports the feature ${other}`
  if (isWithin(target, 'test')) return `${file} imports a test`
  if (isWithin(target, room) || ALLOWED[room]?.some((allowed) => isWithin(target, allowed))) return null
  return `${file} may not import ${target}`
}

function findPackageFault(file: string, name: string): string | null {
  for (const [prefix, rooms] of Object.entries(PACKAGES)) {
    const isMeant = prefix.endsWith(':')
      ? name.startsWith(prefix)
      : name === prefix || name.startsWith(`${prefix}/`)
    if (isMeant && !rooms.some((room) => isWithin(file, room))) return `${file} may not use ${name}`
  }
  return null
}

describe('the import table', () => {
  it('holds for every file of the product', () => {
    const files = ['shared', 'renderer', 'electron'].flatMap(sourceFiles)
    const faults = files
      .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))
      .map(findFault)
      .filter((fault) => fault !== null)
    expect(files.length).toBeGreaterThan(50)
    expect(faults).toEqual([])
  })

  it('refuses a feature that imports another feature', () => {
    const [found] = importsOf(
      'renderer/features/notes/NotePage.tsx',
      "import { x } from '@renderer/features/library'",
    )
    expect(findFault(found as Import)).toMatch(/imports the feature library/)
    const [near] = importsOf(
      'renderer/features/notes/NotePage.tsx',
      "import { x } from '../library/library-rows'",
    )
    expect(findFault(near as Import)).toMatch(/imports the feature library/)
  })

  it('refuses a feature that reaches the writing side of the storage', () => {
    const [found] = importsOf(
      'renderer/features/notes/NotePage.tsx',
      "import { x } from '@renderer/storage/open-notebook'",
    )
    expect(findFault(found as Import)).toMatch(/may not import/)
  })

  it('keeps the database, the editor and the shell in their rooms', () => {
    for (const name of ['dexie', 'lexical', '@lexical/react/LexicalComposer', 'electron', 'node:fs']) {
      const [found] = importsOf('renderer/features/notes/NotePage.tsx', `import x from '${name}'`)
      expect(findFault(found as Import)).toMatch(/may not use/)
    }
  })
})
