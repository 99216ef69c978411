import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMANDS } from '@electron/cli/commands'
import { runCommandLine } from '@electron/cli/run'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TEXT =
  'The valley had calm weather 😀 all week.\n“We will rebuild it next year,” Ada Quist told the council on Monday.\n'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-cli-'))
  await writeFile(join(folder, 'a.txt'), TEXT)
  await writeFile(join(folder, 'binary.txt'), Uint8Array.of(0xff, 0xfe, 0xfd, 0x80))
})

afterAll(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  let out = ''
  let complaints = ''
  const status = await runCommandLine(args, '1.2.3', {
    out: (text) => {
      out += text
    },
    complain: (line) => {
      complaints += `${line}\n`
    },
  })
  return { status, out, complaints }
}

const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('the command line', () => {
  it('shows every command, and each command explains itself', async () => {
    const { status, out } = await run('--help')
    expect(status).toBe(0)
    for (const { name } of COMMANDS) {
      expect(out).toContain(name)
      const own = await run(name, '--help')
      expect(own.status).toBe(0)
      expect(own.out).toContain(`florilegium ${name}`)
    }
  })

  it('says its version', async () => {
    expect(await run('--version')).toMatchObject({ status: 0, out: '1.2.3\n' })
  })

  it('exits with 2 when it is called wrongly', async () => {
    expect((await run()).status).toBe(2)
    expect(await run('unknown')).toMatchObject({ status: 2, out: '' })
    expect((await run('quotes')).status).toBe(2)
    expect((await run('quotes', '--no-such-option', 'a.txt')).status).toBe(2)
    expect((await run('anchor', '--old', 'a.txt', 'annotations.json')).status).toBe(2)
  })

  it('answers one line for each input in order, goes on after one that fails, and exits with 1', async () => {
    const files = ['missing.txt', 'a.txt', 'binary.txt'].map((name) => join(folder, name))
    const { status, out } = await run('quotes', '--json', ...files)
    const lines = linesOf(out)
    expect(status).toBe(1)
    expect(lines.map((line) => line.file)).toEqual(files)
    expect(lines[0].error).toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('missing.txt'),
    })
    expect(lines[1].quotes[0].speaker).toBe('Ada Quist')
    expect(lines[2].error.code).toBe('not-text')
  })

  it('counts code points, not UTF-16 units', async () => {
    const { out } = await run('quotes', '--json', join(folder, 'a.txt'))
    const [quote] = linesOf(out)[0].quotes
    const points = [...TEXT]
    expect(points.slice(...quote.spans[0]).join('')).toBe('We will rebuild it next year,')
    expect(points.slice(...quote.speakerSpan).join('')).toBe('Ada Quist')
  })
})

describe('florilegium extract', () => {
  it('gives an article’s facts and its text, one block a line', async () => {
    const page =
      '<!doctype html><html lang="en"><head><title>The mill closes</title></head><body><article><h1>The mill closes</h1><p>The old mill by the river closed in spring, after a hundred and four years of work.</p><p>Its owner said the wheel would be kept for visitors, and that nobody had lost a place.</p></article></body></html>'
    await writeFile(join(folder, 'page.html'), page)
    const { status, out } = await run(
      'extract',
      '--json',
      join(folder, 'page.html'),
      join(folder, 'none.html'),
    )
    const [article, missing] = linesOf(out)
    expect(status).toBe(1)
    expect(article).toMatchObject({ file: join(folder, 'page.html'), title: 'The mill closes', lang: 'en' })
    expect(article.text).toContain('work.\nIts owner')
    expect(missing.error.message).toContain('none.html')
  })
})

describe('florilegium anchor', () => {
  it('places annotations made on one text in another, a line each', async () => {
    await writeFile(join(folder, 'old.txt'), 'The mill closed in spring. The council met twice.')
    await writeFile(
      join(folder, 'new.txt'),
      '😀 Correction below. The mill closed in spring. The council met twice.',
    )
    const annotation = {
      id: 'one',
      target: {
        selector: [
          { type: 'TextPositionSelector', start: 4, end: 15 },
          { type: 'TextQuoteSelector', exact: 'mill closed' },
        ],
      },
    }
    await writeFile(join(folder, 'annotations.json'), JSON.stringify([annotation]))
    const { status, out } = await run(
      'anchor',
      ...[
        '--old',
        join(folder, 'old.txt'),
        '--new',
        join(folder, 'new.txt'),
        join(folder, 'annotations.json'),
      ],
    )
    expect(status).toBe(0)
    expect(linesOf(out)).toMatchObject([{ id: 'one', verdict: 'exact', start: 24, end: 35 }])
  })
})
