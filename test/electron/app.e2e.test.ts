import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import { runAppJourney } from './app-journey'

describe('the built app (double)', () => {
  it('saves a bundle through the main process, and finds the notebook after a relaunch and after losing its store', async () => {
    await runAppJourney(fileURLToPath(new URL('../..', import.meta.url)))
  }, 120_000)
})
