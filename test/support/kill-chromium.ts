import { readlink } from 'node:fs/promises'
import { join } from 'node:path'

/** The process that holds a profile folder, by the lock that Chromium keeps there; null when none does. */
export async function chromiumOf(profile: string): Promise<number | null> {
  try {
    const lock = await readlink(join(profile, 'SingletonLock'))
    return Number(lock.slice(lock.lastIndexOf('-') + 1))
  } catch {
    return null
  }
}

/** Kills the Chromium on a profile as a crash would (SIGKILL): nothing is flushed. Gives whether there was one. */
export async function killChromium(profile: string): Promise<boolean> {
  const id = await chromiumOf(profile)
  if (id === null) return false
  try {
    return process.kill(id, 'SIGKILL')
  } catch {
    // The lock outlives a process that was killed before.
    return false
  }
}
