import { findInText } from '@shared/anchoring/find-in-text'
import type { FindAnswer, FindRequest } from './find-messages'

let held = ''

self.onmessage = ({ data }: MessageEvent<FindRequest>) => {
  held = data.text ?? held
  const found = findInText(held, data.query, data.mode)
  if (!found.ok) {
    self.postMessage({ id: data.id, fault: found.error.message } satisfies FindAnswer)
    return
  }
  const starts = Int32Array.from(found.value, ([start]) => start)
  const ends = Int32Array.from(found.value, ([, end]) => end)
  const answer: FindAnswer = { id: data.id, starts, ends }
  self.postMessage(answer, { transfer: [starts.buffer, ends.buffer] })
}
