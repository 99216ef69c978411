import { passageRules } from './passage-style'

/** Marks other than passages, by what they are for; later ones lie above. */
export const SPECIAL_MARKS = [
  'suggested',
  'suggested-source',
  'suggested-current',
  'found',
  'active',
  'kept',
  'changed',
  'found-current',
] as const
export type SpecialMark = (typeof SPECIAL_MARKS)[number]

const SPECIAL_RULES = `
[data-surface]::highlight(mark-suggested) { text-decoration: underline dotted 2px var(--line-strong); text-underline-offset: 4px; }
[data-surface]::highlight(mark-suggested-source) { text-decoration: underline solid 1px var(--accent); text-underline-offset: 4px; }
[data-surface]::highlight(mark-suggested-current) { background-color: var(--accent-tint); text-decoration: underline dotted 2px var(--accent); text-underline-offset: 4px; }
[data-surface]::highlight(mark-found) { background-color: var(--mark-found); }
[data-surface]::highlight(mark-found-current) { background-color: var(--accent); color: var(--on-accent); }
[data-surface]::highlight(mark-active) { background-color: color-mix(in srgb, var(--accent) 12%, transparent); text-decoration: underline solid 2px var(--accent); text-underline-offset: 3px; }
[data-surface]::highlight(mark-kept) { background-color: color-mix(in srgb, var(--accent) 28%, transparent); }
[data-surface]::highlight(mark-changed) { background-color: color-mix(in srgb, var(--accent) 20%, transparent); text-decoration: underline solid 1px var(--accent); }
`

/** The rules of all highlights, as a style sheet's text. */
export function highlightRules(): string {
  return passageRules() + SPECIAL_RULES
}

/** The one highlight of a name; readers side by side add their ranges to the same. */
export function highlightNamed(name: string, priority: number): Highlight {
  const existing = CSS.highlights.get(name)
  if (existing) return existing
  const highlight = new Highlight()
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
  return highlight
}

export function specialHighlight(purpose: SpecialMark): Highlight {
  return highlightNamed(`mark-${purpose}`, 20 + SPECIAL_MARKS.indexOf(purpose))
}
