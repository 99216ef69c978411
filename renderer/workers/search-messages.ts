import type { Id } from '@shared/base/ids'
import type { SearchAnswer } from '@shared/search/search-index'
import type { SearchDocument } from '@shared/search/term-row'

export type SearchRequest =
  | { readonly type: 'put'; readonly documents: readonly SearchDocument[] }
  | { readonly type: 'remove'; readonly ids: readonly Id[] }
  | { readonly type: 'search'; readonly number: number; readonly query: string; readonly limit: number }

export interface SearchReply {
  readonly number: number
  readonly answer: SearchAnswer
}
