import { create } from 'zustand'

/** Long work under way: shown in the status line with its progress and a way to stop it. */
export interface Task {
  readonly id: number
  readonly title: string
  readonly done: number
  /** 0 while unknown. */
  readonly total: number
  readonly cancel: (() => void) | null
}

interface Tasks {
  readonly tasks: readonly Task[]
  /** The last thing that was done, in words, for the eye and the screen reader. */
  readonly message: string | null
}

export const useTasks = create<Tasks>(() => ({ tasks: [], message: null }))

let nextTask = 1

/** How long the status line says what was done, in milliseconds: longer, and it would speak of another place than one is at. */
const SAID_FOR = 20_000
let saidUntil: ReturnType<typeof setTimeout> | undefined

/** Says in the status line what was just done. */
export function announce(message: string): void {
  clearTimeout(saidUntil)
  saidUntil = setTimeout(() => useTasks.setState({ message: null }), SAID_FOR)
  useTasks.setState({ message })
}

/** Shows work in the status line while it runs; the signal is aborted when the user stops it. */
export async function runTask<Outcome>(
  title: string,
  work: (progress: (done: number, total: number) => void, signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const id = nextTask++
  const controller = new AbortController()
  const task: Task = { id, title, done: 0, total: 0, cancel: () => controller.abort() }
  useTasks.setState(({ tasks }) => ({ tasks: [...tasks, task] }))
  const progress = (done: number, total: number) =>
    useTasks.setState(({ tasks }) => ({
      tasks: tasks.map((other) => (other.id === id ? { ...other, done, total } : other)),
    }))
  try {
    return await work(progress, controller.signal)
  } finally {
    useTasks.setState(({ tasks }) => ({ tasks: tasks.filter((other) => other.id !== id) }))
  }
}
