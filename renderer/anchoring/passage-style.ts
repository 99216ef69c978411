import { HUES, type Hue } from '@shared/domain/annotation'
import { CLAIM_STATUSES, type ClaimStatus } from '@shared/domain/claim'

/** How a passage is painted: a tint for highlights, comments and quotes; a line under it for claims, by status. */
export type PassageLook = 'tint' | ClaimStatus

export const LOOKS: readonly PassageLook[] = ['tint', ...CLAIM_STATUSES]

/** Overlapping passages of one look and hue take turns, so that the overlap shows; deeper ones share the last. */
export const LAYERS = 3

const numbered = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name, number) => [name, number]))
const LOOK_NUMBERS = numbered(LOOKS)
const HUE_NUMBERS = numbered(HUES)

export const STYLE_COUNT = LOOKS.length * HUES.length * LAYERS

/** A style without its layer as a number below `LOOKS.length * HUES.length`. */
export function styleNumber(look: PassageLook, hue: Hue): number {
  return (LOOK_NUMBERS[look] as number) * HUES.length + (HUE_NUMBERS[hue] as number)
}

/** The name under which a style (number times `LAYERS` plus layer) is registered as a CSS highlight. */
export function styleName(style: number): string {
  const number = Math.floor(style / LAYERS)
  const look = LOOKS[Math.floor(number / HUES.length)] as PassageLook
  return `passage-${look}-${HUES[number % HUES.length]}-${style % LAYERS}`
}

/** Lines lie above tints, and later layers above earlier ones. */
export function stylePriority(style: number): number {
  return (style < HUES.length * LAYERS ? 0 : 10) + (style % LAYERS)
}

const LINES: Record<ClaimStatus, string> = {
  unverified: 'dashed',
  supported: 'solid',
  disputed: 'dotted',
  refuted: 'wavy',
}

function ruleOf(style: number): string {
  const number = Math.floor(style / LAYERS)
  const layer = style % LAYERS
  const look = LOOKS[Math.floor(number / HUES.length)] as PassageLook
  const hue = HUES[number % HUES.length] as Hue
  const name = styleName(style)
  if (look === 'tint')
    return `[data-surface]::highlight(${name}) { background-color: color-mix(in srgb, var(--mark-${hue}) var(--tint-strength), transparent); }`
  return `[data-surface]::highlight(${name}) { text-decoration: underline ${LINES[look]} 2px var(--hue-${hue}); text-underline-offset: ${3 + layer * 4}px; }`
}

/**
 * The rules of all passage styles, as a style sheet's text. They name the surface only, and its blocks inherit: rules
 * that match every element make the browser compute each style for each block, a second in a long text.
 */
export function passageRules(): string {
  return Array.from({ length: STYLE_COUNT }, (_, style) => ruleOf(style)).join('\n')
}
