import { findSuggestions } from '@shared/quotes/suggestions'
import { partsOf, type SuggestionsAnswer, type SuggestionsRequest } from './suggestions-messages'

self.onmessage = ({ data }: MessageEvent<SuggestionsRequest>) => {
  const parts = partsOf(findSuggestions(data.text, data.lang))
  for (const [place, part] of parts.entries())
    self.postMessage({ id: data.id, part, isLast: place === parts.length - 1 } satisfies SuggestionsAnswer)
}
