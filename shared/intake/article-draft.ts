import type { Block } from '@shared/domain/block'

/** What intake found in a file, before anybody has confirmed it: every field but title and blocks may be missing. */
export interface ArticleDraft {
  readonly title: string
  /** The names of the authors as one line, for showing. */
  readonly byline: string | null
  readonly authors: readonly string[]
  /** The name of the outlet or site. */
  readonly source: string | null
  /** The canonical address, http or https. */
  readonly url: string | null
  readonly doi: string | null
  /** ISO 8601: a date, or a date and time with zone where the source gives one. */
  readonly publishedTime: string | null
  /** BCP 47, as the source states it or as the words suggest. */
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  /** A summary of one or two sentences, from the source's own description or the first paragraph. */
  readonly excerpt: string | null
  readonly blocks: readonly Block[]
  /** The name of the file as it came. */
  readonly originalName: string
}
