import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const PROGRAM = join(import.meta.dirname, '../../dist/cli/florilegium.js')
const folder = mkdtempSync(join(tmpdir(), 'florilegium-built-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('the built command line', () => {
  it('runs from anywhere, with every part that it loads when needed', () => {
    const english = '“We will rebuild it next year,” Ada Quist told the council on Monday.'
    const german = '„Wir bauen die Brücke nächstes Jahr wieder auf“, sagte Ada Quist am Montag dem Rat.'
    writeFileSync(join(folder, 'english.txt'), `The mill closes\n\n${english}\n`)
    writeFileSync(join(folder, 'german.txt'), `Die Mühle schließt\n\n${german}\n`)
    writeFileSync(
      join(folder, 'page.html'),
      `<html lang="en"><head><title>The mill closes</title></head><body><article><h1>The mill closes</h1><p>${english}</p></article></body></html>`,
    )
    for (const name of ['english.txt', 'german.txt']) {
      const found = run('quotes', '--json', name)
      expect(found.stderr).toBe('')
      expect(JSON.parse(found.stdout).quotes[0].speaker).toBe('Ada Quist')
    }
    expect(run('new', 'english.txt', 'page.html', '-o', 'two.florilegium').status).toBe(0)
    expect(run('merge', 'two.florilegium', '-o', 'merged.florilegium').status).toBe(0)
    expect(run('verify', 'merged.florilegium').stdout).toContain('intact')
    expect(run('export', 'merged.florilegium', '--to', 'quotes-csv', '-o', 'quotes.csv').status).toBe(0)
    expect(readFileSync(join(folder, 'quotes.csv'), 'utf8')).toContain('Ada Quist')
    expect(run('nonsense').status).toBe(2)
  })
})
