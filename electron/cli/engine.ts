import { setFlagsFromString } from 'node:v8'

// An engine that does not know a wish does as it likes.

/**
 * Keeps the engine from giving new objects more and more room. What a stream of records makes is dead when the next piece comes: more
 * room would only hold more of what is dead, for no gain in time.
 */
export function keepYoungSpaceSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

/**
 * Lets a function run about seven times as long before the engine makes it fast. Most commands are over before that has paid: on small
 * bundles it took a third of all processor time. On large ones it costs some milliseconds.
 */
export function optimiseLate(): void {
  setFlagsFromString('--interrupt-budget=500000')
}
