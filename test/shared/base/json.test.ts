import { canonicalJson, type Json, sameJson } from '@shared/base/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const shuffle = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(shuffle)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffle(member as Json)]),
  )
}

describe('canonical JSON', () => {
  it('is the same text for the same value, however its members are ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json
        expect(canonicalJson(shuffle(json))).toBe(canonicalJson(json))
        expect(JSON.parse(canonicalJson(json))).toEqual(json)
        expect(sameJson(json, shuffle(json))).toBe(true)
      }),
    )
  })

  it('writes members that engines order or keep in ways of their own', () => {
    const odd = JSON.parse('{"b":1,"a":{"10":1,"9":[{"__proto__":{"z":1,"y":2}}],"2":3}}') as Json
    expect(canonicalJson(odd)).toBe('{"a":{"10":1,"2":3,"9":[{"__proto__":{"y":2,"z":1}}]},"b":1}')
  })

  it('sorts members and writes no white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    )
  })
})
