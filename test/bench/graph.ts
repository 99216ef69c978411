import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ForceLayout } from '@shared/graph/force-layout'
import { weighStatements } from '@shared/graph/statements'
import { mediaTypeOf } from '@shared/host/content-security'
import { launchBrowser } from '@test/support/browser'
import { build } from 'vite'
import { type GeneratedLinks, generateLinks, measureQuality, randomFrom } from './graph/generate-graph'
import type { PanOutcome } from './graph/page'
import { PlainLayout } from './graph/plain-layout'

// npm run bench -- graph [sizes] [milliseconds a layout]
const [sizes = '1000,10000,50000', budget = '2000'] = process.argv.slice(2)
const ROOT = process.cwd()
const OUT = join(ROOT, '.cache/bench/graph-page')

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

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

function serve(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const file = path === '/' ? '/index.html' : path
    const bytes = await readFile(join(OUT, file)).catch(() => null)
    response.writeHead(bytes ? 200 : 404, { 'Content-Type': mediaTypeOf(file) })
    response.end(bytes)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function reportPanning(counts: readonly number[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'test/bench/graph'),
    base: './',
    resolve: { alias: { '@shared': join(ROOT, 'shared'), '@renderer': join(ROOT, 'renderer') } },
    build: { outDir: OUT, emptyOutDir: true, target: 'chrome138' },
  })
  const server = await serve()
  const browser = await launchBrowser({ args: ['--disable-gpu'] })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
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
  server.close()
}

const counts = sizes.split(',').map(Number)
for (const count of counts) reportLayouts(count)
reportArgumentation()
await reportPanning(counts)
