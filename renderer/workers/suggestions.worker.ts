import { findSuggestions } from '@shared/quotes/suggestions'
import type { SuggestionsAnswer, SuggestionsRequest } from './suggestions-messages'

self.onmessage = ({ data }: MessageEvent<SuggestionsRequest>) => {
  const found = findSuggestions(data.text, data.lang)
  self.postMessage({ id: data.id, found } satisfies SuggestionsAnswer)
}
