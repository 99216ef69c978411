import { listOf, nullable, oneOf, text } from '../base/check'
import type { Id } from '../base/ids'
import { anyId, type FieldChecks } from './field-checks'
import type { MemberFields } from './member-fields'
import type { CommonFields, RecordState } from './record'

/** A captured text's metadata; its text lives in its versions. */
export interface ArticleFields
  extends CommonFields,
    MemberFields<'tag'>,
    /** Articles that look like this one and are not. */
    MemberFields<'apart'>,
    /** The article that this one turned out to be another copy of; it has this one's versions and passages now. */
    MemberFields<'joined'> {
  readonly title: string
  readonly authors: readonly string[]
  /** The line that names the authors, as printed. */
  readonly byline: string | null
  /** The newspaper, site, journal or archive it was found in. */
  readonly source: string | null
  readonly url: string | null
  readonly doi: string | null
  /** ISO 8601 date or date-time. */
  readonly publishedTime: string | null
  readonly capturedTime: string
  /** BCP 47 language tag. */
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly excerpt: string | null
  /** The version that is shown and annotated. */
  readonly currentVersion: Id
  /** Where its reporting comes from when it is not its own, such as a news agency: rewrites of one origin count once. */
  readonly origin: string | null
}

export type Article = RecordState<ArticleFields, 'article'>

export const articleChecks: FieldChecks<ArticleFields> = {
  fixed: {
    title: text(2_000),
    authors: listOf(text(500), 500),
    byline: nullable(text(5_000)),
    source: nullable(text(1_000)),
    url: nullable(text(8_000)),
    doi: nullable(text(1_000)),
    publishedTime: nullable(text(40)),
    capturedTime: text(40),
    lang: nullable(text(40)),
    dir: nullable(oneOf(['ltr', 'rtl'])),
    excerpt: nullable(text(10_000)),
    currentVersion: anyId,
    origin: nullable(text(1_000)),
  },
  members: ['tag', 'apart', 'joined'],
}
