import type { NotebookView } from './notebook-view'

const KINDS: Readonly<Record<string, string>> = {
  highlighting: 'Highlights',
  commenting: 'Comments',
  quoting: 'Quotes',
  claiming: 'Claims',
}

/** What passages are coded as, in words: a kind of annotation, or a tag. */
export function describeCategory(view: Pick<NotebookView, 'get'>, category: string): string {
  const tag = view.get(category)
  return tag?.kind === 'tag' ? `Tag “${tag.fields.label}”` : (KINDS[category] ?? 'A tag no longer here')
}
