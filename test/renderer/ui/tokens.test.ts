import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const RENDERER = resolve(import.meta.dirname, '../../../renderer')

const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:css|tsx?)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(RENDERER, path), 'utf8') }))

describe('design tokens', () => {
  // A colour that is used but nowhere stated paints nothing, and no compiler says so.
  it('are all stated somewhere', () => {
    const stated = new Set(
      sources.flatMap(({ text }) =>
        [...text.matchAll(/(--[a-z][\w-]*)(?:['"]?\]?\s*:|['"],)/g)].map(([, name]) => name),
      ),
    )
    const missing = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/var\((--[a-z][\w-]*)\)/g)]
        .filter(([, name]) => !stated.has(name))
        .map(([, name]) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })
})
