import { join } from 'node:path'
import { type Serving, serveNotebook } from '@electron/serve'

/** The built app as the starter serves it, on a port that is free. */
export async function serveBuiltApp(): Promise<Extract<Serving, { state: 'serving' }>> {
  const serving = await serveNotebook(join(import.meta.dirname, '../../dist/renderer'), 0)
  if (serving.state !== 'serving') throw new Error('The built app is not served.')
  return serving
}
