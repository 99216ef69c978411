import type { NodeKind } from '@shared/domain/kinds'
import type { EdgeStyle } from './scene'

/** The colours and the face that the canvas draws with, as the style sheet gives them at present. */
export interface Palette {
  readonly ground: string
  readonly ink: string
  readonly inkSoft: string
  readonly accent: string
  readonly kinds: Readonly<Record<NodeKind, string>>
  readonly edges: Readonly<Record<EdgeStyle, string>>
  readonly face: string
}

/** The token that colours a kind, here and in the legend. */
export const KIND_COLORS: Readonly<Record<NodeKind, string>> = {
  article: '--hue-sky',
  annotation: '--ink-faint',
  quote: '--hue-violet',
  claim: '--hue-amber',
  entity: '--hue-teal',
  note: '--hue-moss',
  tag: '--hue-clay',
}

/** The token that colours a link. */
export const EDGE_COLORS: Readonly<Record<EdgeStyle, string>> = {
  implied: '--line-strong',
  drawn: '--ink-soft',
  supports: '--good',
  contradicts: '--danger',
}

/** Reads the tokens; an element in between lets the browser compute them, whatever they are made of. */
export function readPalette(inside: HTMLElement): Palette {
  const probe = inside.ownerDocument.createElement('span')
  probe.hidden = true
  inside.append(probe)
  const computed = getComputedStyle(probe)
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return computed.color
  }
  const readAll = <Key extends string>(tokens: Readonly<Record<Key, string>>) =>
    Object.fromEntries(Object.entries<string>(tokens).map(([key, token]) => [key, read(token)])) as Record<
      Key,
      string
    >
  const palette: Palette = {
    ground: read('--paper'),
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    accent: read('--accent'),
    kinds: readAll(KIND_COLORS),
    edges: readAll(EDGE_COLORS),
    face: computed.fontFamily,
  }
  probe.remove()
  return palette
}

const PREFERENCES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** Calls back whenever the colours may have changed; returns how to stop. */
export function watchPalette(onChange: () => void): () => void {
  const queries = PREFERENCES.map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', onChange)
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
    observer.disconnect()
  }
}
