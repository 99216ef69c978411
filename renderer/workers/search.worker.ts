import { SearchIndex } from '@shared/search/search-index'
import type { SearchReply, SearchRequest } from './search-messages'

const index = new SearchIndex()

self.onmessage = ({ data }: MessageEvent<SearchRequest>) => {
  if (data.type === 'put') for (const document of data.documents) index.put(document)
  else if (data.type === 'remove') for (const id of data.ids) index.remove(id)
  else {
    const reply: SearchReply = { number: data.number, answer: index.search(data.query, data.limit) }
    self.postMessage(reply)
  }
}
