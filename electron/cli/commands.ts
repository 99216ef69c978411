import type { Command } from './command'

/** Every command there is, in the order that help shows them. */
export const COMMANDS: readonly Command[] = []
