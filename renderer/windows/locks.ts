import { LANES } from '@shared/base/clock'

/** Where the page has no Web Locks (Node), all of its notebooks live in one process: queues by name do the same. */
const queues = new Map<string, Promise<unknown>>()
const takenLanes = new Set<string>()

function hasWebLocks(): boolean {
  return typeof navigator !== 'undefined' && navigator.locks !== undefined
}

/** Waits for a lock that no other window holds; gives how to let go of it. */
export function holdLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const hold = () => new Promise<void>((release) => resolve(release))
    if (hasWebLocks()) navigator.locks.request(name, hold).catch(reject)
    else queues.set(name, (queues.get(name) ?? Promise.resolve()).then(hold))
  })
}

/** A place among the windows that are open at the same time. */
export interface Lane {
  readonly number: number
  readonly leave: () => void
}

/** Takes the first free lane for this window; the browser frees it when the window goes, however it goes. */
export async function takeLane(name: string): Promise<Lane> {
  for (let number = 0; number < LANES; number += 1) {
    const leave = await tryLane(`${name}-lane-${number}`)
    if (leave) return { number, leave }
  }
  throw new Error(`More than ${LANES} windows are open on one notebook.`)
}

function tryLane(lock: string): Promise<(() => void) | null> {
  if (hasWebLocks()) return tryWebLock(lock)
  if (takenLanes.has(lock)) return Promise.resolve(null)
  takenLanes.add(lock)
  return Promise.resolve(() => void takenLanes.delete(lock))
}

function tryWebLock(lock: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lock, { ifAvailable: true }, (granted) => {
        if (granted === null) return resolve(null)
        return new Promise<void>((leave) => resolve(() => leave()))
      })
      .catch(reject)
  })
}
