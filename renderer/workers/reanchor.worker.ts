import { reanchorAll } from '@shared/anchoring/reanchor'
import type { ReanchorAnswer, ReanchorRequest } from './reanchor-messages'

self.onmessage = ({ data }: MessageEvent<ReanchorRequest>) => {
  const placements: ReanchorAnswer = reanchorAll(data.oldText, data.newText, data.passages)
  self.postMessage(placements)
}
