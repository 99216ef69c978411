import './page.css'
import { blocksToText } from '@shared/domain/block'
import { makeArticle, makePassages } from '@test/support/make-article'
import { app } from './app'
import { floor } from './floor'
import { lexical, markJs, reactList, recogito } from './peers'
import type { Subject } from './subject'

const SUBJECTS: Record<string, () => Subject> = {
  app,
  floor,
  'React list': reactList,
  'Recogito (ranges given)': recogito,
  'mark.js': markJs,
  'Lexical MarkNode': lexical,
}

export interface Run {
  readonly subject: string
  readonly words: number
  readonly annotations: number
}

/** Times in milliseconds. */
export interface Outcome {
  readonly open: number
  readonly paint: number
  readonly add: number
  readonly scrollP95: number
  readonly jumpP95: number
  readonly drawn: number
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

/** Until the next frame's style, layout and paint are done on this thread. */
const painted = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve()
      channel.port2.postMessage(0)
    }),
  )

async function settle(frames = 8): Promise<void> {
  for (let count = 0; count < frames; count += 1) await frame()
  await new Promise((resolve) => setTimeout(resolve, 150))
}

async function time(work: () => void | Promise<void>): Promise<number> {
  performance.mark('begin')
  const start = performance.now()
  await work()
  await painted()
  performance.mark('end')
  return performance.now() - start
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? 0
}

/** Of a dozen the 95th percentile would be the worst one. */
const JUMPS = 60

/** Scrolls by 300 pixels a frame, then jumps about: the time from frame to frame, after a jump the longest of three. */
async function scroll(element: Element): Promise<{ scrollP95: number; jumpP95: number }> {
  element.scrollTop = 0
  await settle()
  const frames: number[] = []
  let last = await frame()
  let step = 300
  for (let count = 0; count < 90; count += 1) {
    if (element.scrollTop + element.clientHeight + step >= element.scrollHeight) step = -300
    element.scrollTop += step
    const now = await frame()
    frames.push(now - last)
    last = now
  }
  const jumps: number[] = []
  for (let count = 1; count <= JUMPS; count += 1) {
    const place = ((count * 0.618) % 1) * (element.scrollHeight - 1000)
    await frame()
    let before = await frame()
    performance.mark('jump')
    element.scrollTop = place
    let longest = 0
    for (let following = 0; following < 3; following += 1) {
      const now = await frame()
      longest = Math.max(longest, now - before)
      before = now
    }
    performance.mark('landed')
    jumps.push(longest)
  }
  return { scrollP95: quantile(frames, 0.95), jumpP95: quantile(jumps, 0.95) }
}

async function run({ subject: name, words, annotations }: Run): Promise<Outcome> {
  const blocks = makeArticle(words)
  const text = blocksToText(blocks)
  const passages = makePassages(text, annotations)
  const subject = (SUBJECTS[name] as () => Subject)()
  const root = document.getElementById('root') as HTMLElement
  // Nobody's first text: fonts and code are in use already.
  const before = document.createElement('p')
  before.textContent = text.slice(0, 2_000)
  document.body.append(before)
  await subject.warm?.(root)
  await settle()
  before.remove()
  performance.clearMarks()
  const whole = await time(() => subject.open(root, blocks))
  // The app notes when its own work begins: storing the article is not part of opening it.
  const mark = performance.getEntriesByName('open')[0]
  const open = mark ? performance.now() - mark.startTime : whole
  await settle()
  await subject.prepare?.(passages)
  await settle()
  const paint = await time(() => subject.paint(passages))
  await settle()
  const adding: number[] = []
  for (let count = 0; count < 5; count += 1) {
    const start = text.indexOf(' ', 400 + count * 67) + 1
    adding.push(await time(() => subject.add({ start, end: start + 50 })))
    await settle(3)
  }
  const { scrollP95, jumpP95 } = await scroll(subject.scroller?.() ?? (document.scrollingElement as Element))
  return { open, paint, add: quantile(adding, 0.5), scrollP95, jumpP95, drawn: subject.drawn() }
}

Object.assign(window, { bench: { run, subjects: Object.keys(SUBJECTS) } })
