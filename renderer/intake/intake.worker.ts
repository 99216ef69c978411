import { readArticle } from '@shared/intake/intake'
import { readPasted } from '@shared/intake/pasted'
import type { IntakeAnswer, IntakeRequest } from './intake-messages'

self.onmessage = async ({ data }: MessageEvent<IntakeRequest>) => {
  const answer: IntakeAnswer =
    data.kind === 'file' ? await readArticle(data.name, data.bytes) : await readPasted(data.pasted)
  self.postMessage(answer)
}
