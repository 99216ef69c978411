import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { offsetMap } from '@shared/base/code-points'

type Span = [number, number]

/** One attribution of the material; spans in UTF-16. */
export interface GoldAttribution {
  source: Span[]
  cue: Span[]
  content: Span[]
  quotes: Span[]
}

/** An article of the material. */
export interface GoldArticle {
  id: string
  text: string
  attributions: GoldAttribution[]
}

/** Units that two spans share. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

type GoldFile = Record<string, { attributions: Record<keyof GoldAttribution, Span[] | null>[] }>

/** Reads a suite (`polnear_train`, …) from the data folder, offsets turned into UTF-16. */
export function readMaterial(data: string, suite: string): GoldArticle[] {
  const folder = join(data, 'quotes', suite)
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as GoldFile
  return Object.entries(gold).map(([id, { attributions }]) => {
    const text = readFileSync(join(folder, 'inputs', `${id}.txt`), 'utf8')
    const map = offsetMap(text)
    const convert = (spans: Span[] | null) =>
      (spans ?? []).map(([start, end]): Span => [map.toUtf16(start), map.toUtf16(end)])
    return {
      id,
      text,
      attributions: attributions.map((attribution) => ({
        source: convert(attribution.source),
        cue: convert(attribution.cue),
        content: convert(attribution.content),
        quotes: convert(attribution.quotes),
      })),
    }
  })
}
