import { ForceLayout } from '@shared/graph/force-layout'
import { weighStatements } from '@shared/graph/statements'
import { serveBenchPage } from '@test/support/bench-page'
import { launchBrowser } from '@test/support/browser'
import { median } from '@test/support/median'
import { type GeneratedLinks, generateLinks, measureQuality, randomFrom } from './graph/generate-graph'
import type { PanOutcome } from './graph/page'
import { PlainLayout } from './graph/plain-layout'

// npm run bench -- graph [sizes] [milliseconds a layout]
const [sizes = '1000,10000,50000', budget = '2000'] = process.argv.slice(2)

/** Milliseconds a step, the median, and how good the picture is when the time is up. */
function measureLayout(count: number, begin: (graph: GeneratedLinks) => { step(): void }) {
  const graph = generateLinks(count)
  const layout = begin(graph)
  const times: number[] = []
  const end = performance.now() + Number(budget)
  while (performance.now() < end && times.length < 400) {
    const before = performance.now()
    layout.step()
    times.push(performance.now() - before)
  }
  return { step: median(times), steps: times.length, quality: measureQuality(graph) }
}

function reportLayouts(count: number): void {
  const plain = measureLayout(count, (graph) => new PlainLayout(graph))
  const ours = measureLayout(count, (graph) => new ForceLayout(graph.x, graph.y, graph))
  const show = ({ step, steps, quality }: typeof plain) =>
    `${step.toFixed(2)} ms a step (${steps} steps, link over pair ${quality.toFixed(3)})`
  console.log(
    `layout ${count}: ${show(ours)}; plain ${show(plain)}; ${(ours.step / plain.step).toFixed(2)} x plain`,
  )
}

function reportArgumentation(): void {
  const random = randomFrom(3)
  const [size, claims] = [150_000, 100_000]
  const list = (length: number, limit: number) =>
    Int32Array.from({ length }, () => Math.floor(random() * limit))
  const statements = {
    size,
    isEvidence: Uint8Array.from({ length: size }, (_, n) => (n >= claims ? 1 : 0)),
    supporters: list(200_000, size),
    supported: list(200_000, claims),
    deniers: list(100_000, size),
    denied: list(100_000, claims),
  }
  const times = [1, 2, 3, 4, 5].map(() => {
    const before = performance.now()
    weighStatements(statements)
    return performance.now() - before
  })
  console.log(`grounded semantics, 100,000 claims, 300,000 links: ${median(times).toFixed(0)} ms`)
}

async function reportPanning(counts: readonly number[]): Promise<void> {
  const { address, close } = await serveBenchPage('graph')
  const browser = await launchBrowser({ args: ['--disable-gpu'] })
  for (const count of counts) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(address)
    await page.waitForFunction('window.pan')
    const { first, framesPerSecond, frameP95 } = (await page.evaluate(
      (wanted) => Reflect.get(window, 'pan')(wanted),
      count,
    )) as PanOutcome
    console.log(
      `pan ${count}, no GPU: ${framesPerSecond.toFixed(1)} frames a second, frame p95 ${frameP95.toFixed(1)} ms, first picture ${first.toFixed(0)} ms`,
    )
    await page.close()
  }
  await browser.close()
  close()
}

const counts = sizes.split(',').map(Number)
for (const count of counts) reportLayouts(count)
reportArgumentation()
await reportPanning(counts)
