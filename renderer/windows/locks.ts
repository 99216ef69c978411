import { LANES } from '@shared/base/clock'

/**
 * Where the page has no Web Locks (Node), all of its notebooks live in one process: queues by name do the same.
 * Where it may not use them (storage is blocked), nothing is shared with other windows either.
 */
const queues = new Map<string, Promise<unknown>>()
const takenLanes = new Set<string>()

let areRefused = false

function hasWebLocks(): boolean {
  return !areRefused && typeof navigator !== 'undefined' && navigator.locks !== undefined
}

/** Asks for a Web Lock, or for its stand-in where the browser refuses. */
async function ask<T>(request: () => Promise<T>, standIn: () => T | Promise<T>): Promise<T> {
  if (!hasWebLocks()) return standIn()
  try {
    return await request()
  } catch (error) {
    if ((error as Error).name !== 'SecurityError') throw error
    areRefused = true
    return standIn()
  }
}

type Release = () => void

/** Waits for a lock that no other window holds; gives how to let go of it. */
export function holdLock(name: string): Promise<Release> {
  return ask(
    () => new Promise((resolve, reject) => navigator.locks.request(name, hold(resolve)).catch(reject)),
    () =>
      new Promise((resolve) => {
        queues.set(name, (queues.get(name) ?? Promise.resolve()).then(hold(resolve)))
      }),
  )
}

const hold = (take: (release: Release) => void) => () => new Promise<void>((release) => take(release))

/** A place among the windows that are open at the same time. */
export interface Lane {
  readonly number: number
  readonly leave: Release
}

/** Takes the first free lane for this window; the browser frees it when the window goes, however it goes. */
export async function takeLane(name: string): Promise<Lane> {
  for (let number = 0; number < LANES; number += 1) {
    const leave = await tryLane(`${name}-lane-${number}`)
    if (leave) return { number, leave }
  }
  throw new Error(`More than ${LANES} windows are open on one notebook.`)
}

function tryLane(lock: string): Promise<Release | null> {
  return ask(
    () => tryWebLock(lock),
    () => {
      if (takenLanes.has(lock)) return null
      takenLanes.add(lock)
      return () => void takenLanes.delete(lock)
    },
  )
}

function tryWebLock(lock: string): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lock, { ifAvailable: true }, (granted) => {
        if (granted === null) return resolve(null)
        return new Promise<void>((leave) => resolve(() => leave()))
      })
      .catch(reject)
  })
}
