import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the engine from giving new objects more and more room. What a stream of records makes is dead when the next piece comes: more
 * room would only hold more of what is dead, for no gain in time. An engine that does not know the wish does as it likes.
 */
export function keepYoungSpaceSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
