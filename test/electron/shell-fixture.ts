import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DoubleOptions, ElectronDouble } from '@test/support/electron-double/electron-double'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A page that does nothing of its own, so that what happens is the shell's doing. */
const PAGE = `<!doctype html><html lang="en"><title>shell</title><script type="module" src="./assets/page.js"></script>`

const SCRIPT = `let outcome = 'ran'
try {
  new Function('return 1')()
} catch (error) {
  outcome = error.name
}
document.documentElement.dataset.eval = outcome
document.title = 'shell ready'
`

/** The built shell around an empty page, and a home for its data. */
export class ShellFixture {
  readonly folder: string
  readonly home: string
  readonly #running: ElectronDouble[] = []

  private constructor(folder: string) {
    this.folder = join(folder, 'app')
    this.home = join(folder, 'home')
  }

  static async make(): Promise<ShellFixture> {
    const fixture = new ShellFixture(await mkdtemp(join(tmpdir(), 'florilegium-shell-')))
    const { folder } = fixture
    await mkdir(join(folder, 'dist/renderer/assets'), { recursive: true })
    await cp(join(ROOT, 'package.json'), join(folder, 'package.json'))
    await cp(join(ROOT, 'dist/electron'), join(folder, 'dist/electron'), { recursive: true })
    await cp(join(ROOT, 'dist/preload'), join(folder, 'dist/preload'), { recursive: true })
    await writeFile(join(folder, 'dist/renderer/index.html'), PAGE)
    await writeFile(join(folder, 'dist/renderer/assets/page.js'), SCRIPT)
    await writeFile(join(folder, 'dist/secret.txt'), 'secret')
    return fixture
  }

  async launch(options: Partial<DoubleOptions> = {}): Promise<ElectronDouble> {
    const double = await ElectronDouble.launch({ folder: this.folder, home: this.home, ...options })
    this.#running.push(double)
    return double
  }

  /** Ends what still runs, and removes everything. */
  async remove(): Promise<void> {
    for (const double of this.#running) await double.crash()
    await rm(join(this.folder, '..'), { recursive: true, force: true, maxRetries: 5 })
  }
}
