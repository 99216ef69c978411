import { compareVersions } from '@shared/anchoring/compare-versions'

self.onmessage = ({ data }: MessageEvent<{ readonly oldText: string; readonly newText: string }>) => {
  self.postMessage(compareVersions(data.oldText, data.newText))
}
