import type { FindAnswer, FindRequest } from '@renderer/workers/find-messages'
import { TextFinder } from '@renderer/workers/text-finder'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** Stands for the worker: queries that begin with "slow" are never answered. */
class SearchingWorker {
  onmessage: ((event: MessageEvent<FindAnswer>) => void) | null = null
  readonly asked: FindRequest[] = []
  isEnded = false

  postMessage(request: FindRequest): void {
    this.asked.push(request)
    if (request.query.startsWith('slow')) return
    const data: FindAnswer = { id: request.id, starts: Int32Array.of(1), ends: Int32Array.of(2) }
    setTimeout(() => this.isEnded || this.onmessage?.({ data } as MessageEvent<FindAnswer>), 10)
  }

  terminate(): void {
    this.isEnded = true
  }
}

const mode = { kind: 'regexp' } as const
let workers: SearchingWorker[]
let finder: TextFinder
let answers: [string, FindAnswer][]
const find = (query: string) => finder.find(query, mode, (answer) => answers.push([query, answer]))
const answered = () => answers.map(([query]) => query)

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  answers = []
  finder = new TextFinder('the text', () => {
    const worker = new SearchingWorker()
    workers.push(worker)
    return worker as unknown as Worker
  })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('finding in a worker', () => {
  it('sends the text once and answers each search', () => {
    find('one')
    vi.advanceTimersByTime(20)
    find('two')
    vi.advanceTimersByTime(20)
    expect(answered()).toEqual(['one', 'two'])
    expect(workers[0]?.asked.map(({ text }) => text)).toEqual(['the text', null])
  })

  it('answers only the newest of the searches that were asked for meanwhile', () => {
    for (const query of ['one', 'two', 'three']) find(query)
    vi.advanceTimersByTime(100)
    expect(answered()).toEqual(['three'])
    expect(workers).toHaveLength(1)
  })

  it('ends a pattern that runs away when another waits for it, however often that changes', () => {
    find('slow')
    for (const query of ['a', 'ab', 'abc', 'abcd']) {
      vi.advanceTimersByTime(150)
      find(query)
    }
    vi.advanceTimersByTime(300)
    expect(workers[0]?.isEnded).toBe(true)
    expect(answered()).toEqual(['abcd'])
    expect(workers[1]?.asked[0]?.text).toBe('the text')
  })

  it('ends a pattern that runs away though nothing waits for it, and says so', () => {
    find('slow')
    vi.advanceTimersByTime(6_000)
    expect(workers[0]?.isEnded).toBe(true)
    expect(answers[0]?.[1]).toMatchObject({ fault: expect.stringContaining('too long') })
    find('next')
    vi.advanceTimersByTime(20)
    expect(answered()).toEqual(['slow', 'next'])
  })

  it('is silent once it is stopped', () => {
    find('one')
    finder.stop()
    vi.advanceTimersByTime(10_000)
    expect(answers).toEqual([])
    expect(workers[0]?.isEnded).toBe(true)
  })
})
