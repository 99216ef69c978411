import { measureOverlap } from '@shared/anchoring/text-overlap'

self.onmessage = ({ data }: MessageEvent<{ readonly first: string; readonly second: string }>) => {
  self.postMessage(measureOverlap(data.first, data.second))
}
