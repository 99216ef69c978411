import { type Check, isPlainObject, listOf, nullable, oneOf, text } from '../base/check'
import { NODE_KINDS } from '../domain/kinds'
import { type GraphFilter, SHOW_ALL } from './filter'
import { DEPTHS, type Depth } from './neighbourhood'

/** What a saved set keeps: which part of the notebook is shown, and how far around. */
export interface GraphSettings extends GraphFilter {
  readonly depth: Depth
}

/** Tags are hidden at first: they tie everything to everything. */
export const DEFAULT_SETTINGS: GraphSettings = { ...SHOW_ALL, hiddenKinds: ['tag'], depth: 2 }

const CHECKS: { readonly [field in keyof GraphSettings]: Check } = {
  hiddenKinds: listOf(oneOf(NODE_KINDS), 100),
  hiddenRelations: listOf(text(100), 1_000),
  tags: listOf(text(100), 10_000),
  from: nullable(text(40)),
  to: nullable(text(40)),
  depth: (value) => DEPTHS.includes(value as Depth),
}

/** Reads settings that were kept, perhaps by another version; what is missing or wrong is as it is at first. */
export function readSettings(kept: unknown): GraphSettings {
  if (!isPlainObject(kept)) return DEFAULT_SETTINGS
  const known = Object.entries(CHECKS).filter(([field, check]) => check(kept[field]))
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known.map(([field]) => [field, kept[field]])) }
}

/** The list with a value added, or taken out when it was in. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value]
}
