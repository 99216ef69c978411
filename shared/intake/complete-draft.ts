import type { Block } from '@shared/domain/block'
import type { ArticleDraft } from './article-draft'
import { detectLanguage, directionOf } from './language'

/** What a format's reader knows; the rest is worked out here, alike for all formats. */
export interface KnownDraft {
  readonly title: string
  readonly authors?: readonly string[]
  readonly source?: string | null
  readonly url?: string | null
  readonly doi?: string | null
  readonly publishedTime?: string | null
  readonly lang?: string | null
  readonly dir?: 'ltr' | 'rtl' | null
  readonly description?: string | null
  readonly blocks: readonly Block[]
  readonly originalName: string
}

const EXCERPT_LENGTH = 300

function excerptOf(blocks: readonly Block[]): string | null {
  const first = blocks.find(({ type, text }) => type === 'paragraph' && text.length > 40) ?? blocks[0]
  if (first === undefined) return null
  const start = first.text.slice(0, EXCERPT_LENGTH)
  return first.text.length <= EXCERPT_LENGTH ? start : `${start.replace(/\s+\S*$/, '')}…`
}

/** A file's name as a title: without folder and ending, dashes and underscores read as spaces. */
export function titleFromName(name: string): string {
  const base = name.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z0-9]{1,8}$/, '')
  return base.replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim() || 'Untitled'
}

const OPENING_LENGTH = 80

/** The first words of a text as a title, for texts that came without title or name; empty without text. */
export function titleFromText(blocks: readonly Block[]): string {
  const text = blocks.find((block) => block.text.trim() !== '')?.text.trim() ?? ''
  if (text.length <= OPENING_LENGTH) return text
  // Scripts without spaces are cut where they are; a pair of surrogates stays whole.
  const start = text.slice(0, OPENING_LENGTH).replace(/[\ud800-\udbff]$/, '')
  return `${start.replace(/[\s,;:]+[^\s]*$/, '')}…`
}

/** Cuts metadata that some pages fill without measure; texts are never cut. */
function cut(value: string | null | undefined, limit: number): string | null {
  const text = value?.replace(/\s+/g, ' ').trim() ?? ''
  if (text === '') return null
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Fills in what the source left open: title from the name of the file, language and direction from the text. */
export function completeDraft(known: KnownDraft): ArticleDraft {
  const sample = known.blocks
    .slice(0, 60)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 8000)
  const lang = known.lang ?? detectLanguage(sample)
  const authors = known.authors ?? []
  return {
    title: cut(known.title, 500) ?? titleFromName(known.originalName),
    byline: authors.length > 0 ? authors.join(', ') : null,
    authors,
    source: cut(known.source, 200),
    url: known.url ?? null,
    doi: cut(known.doi, 500),
    publishedTime: known.publishedTime ?? null,
    lang,
    dir: known.dir ?? directionOf(lang, sample),
    excerpt: cut(known.description, 1000) ?? excerptOf(known.blocks),
    blocks: known.blocks,
    originalName: known.originalName,
  }
}
