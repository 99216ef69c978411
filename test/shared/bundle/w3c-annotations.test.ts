import { listAsSource } from '@shared/bundle/source'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

// The MUSTs of the W3C Web Annotation Data Model (Recommendation, 23 February 2017), by section, as schemas.
const iri = z.string().regex(/^(?:urn:uuid:[0-9a-f-]{36}|articles\/[\w./-]+|annotations\.jsonld(?:#page)?)$/)
const dateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/) // 3.3.1: xsd:dateTime in UTC
const agent = z.strictObject({ id: iri, type: z.literal('Person'), name: z.string().optional() }) // 3.3.2
const textualBody = z.strictObject({
  // 3.2.4: exactly one value
  type: z.literal('TextualBody'),
  value: z.string(),
  purpose: z.enum(['commenting', 'tagging', 'classifying', 'describing']), // 3.3.5
  format: z.literal('text/plain').optional(),
})
const quoteSelector = z.strictObject({
  // 4.2.4: exactly one exact; prefix and suffix at most one
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})
const positionSelector = z
  .strictObject({
    // 4.2.5: exactly one start and end, non-negative integers
    type: z.literal('TextPositionSelector'),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .refine(({ start, end }) => start <= end)
const specificResource = z.strictObject({
  // 4: exactly one source
  type: z.literal('SpecificResource'),
  source: iri,
  selector: z.array(z.union([quoteSelector, positionSelector])).min(1),
})
const bodyResource = z.strictObject({
  type: z.literal('SpecificResource'),
  purpose: z.literal('identifying'),
  source: iri,
})
const body = z.union([iri, textualBody, bodyResource])
const target = z.union([iri, specificResource])
const annotation = z.strictObject({
  // 3.1: exactly one id, type Annotation, one or more targets
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.enum(['highlighting', 'commenting', 'identifying', 'assessing', 'linking']), // 3.3.5
  creator: agent,
  created: dateTime,
  modified: dateTime.optional(),
  body: z.array(body).min(1).optional(),
  target: z.union([target, z.array(target).min(1)]),
})
const collection = z.strictObject({
  // 5.1, 5.2: context, id, type; total; a first page with items, partOf and startIndex
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int().nonnegative(),
  first: z
    .strictObject({
      id: iri,
      type: z.literal('AnnotationPage'),
      partOf: iri,
      startIndex: z.literal(0),
      items: z.array(annotation).min(1),
    })
    .optional(),
})

async function exported(fullText: boolean) {
  const made = makeNotebook({ articles: 4, annotations: 80, wideEvery: 2 })
  const bytes = await bundleBytes(listAsSource(made.histories, made.notes), { fullText })
  const files = unzipSync(bytes)
  return JSON.parse(Buffer.from(files['Harbour/data/annotations.jsonld'] as Uint8Array).toString())
}

describe('exported annotations', () => {
  it('keep every MUST of the W3C data model', async () => {
    const parsed = collection.parse(await exported(true))
    expect(parsed.total).toBe(parsed.first?.items.length)
    expect(parsed.total).toBeGreaterThan(80)
  })

  it('keep them without the articles’ texts too, and then give no positions that nobody could count', async () => {
    const parsed = collection.parse(await exported(false))
    expect(JSON.stringify(parsed)).not.toContain('TextPositionSelector')
  })
})
