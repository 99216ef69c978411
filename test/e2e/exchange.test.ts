import { makeSigningKeys } from '@shared/bundle/signature'
import { listAsSource } from '@shared/bundle/source'
import { edit } from '@shared/changes/compose'
import { bundleBytes } from '@test/support/bundle-bytes'
import { Colleague } from '@test/support/colleague'
import { type Unzipped, unzipSync } from 'fflate'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type HostileBundle, makeHostileBundles } from '../shared/bundle/hostile-bundles'
import { type NotebookWindow, NotebookWindows } from './notebook-window'

const windows = new NotebookWindows()

vi.setConfig({ testTimeout: 240_000 })
beforeAll(() => windows.start(), 60_000)
afterAll(() => windows.stop())

const QUAY = [
  'The quay at Orlsund is sinking by four millimetres a year, the harbour board said on Monday.',
  '“We will not close the quay before winter,” said Ada Quill, who chairs the board.',
  'Engineers had warned of it in 2019.',
]
/** The same report as another site printed it. */
const QUAY_ELSEWHERE = [
  'The quay at Orlsund sinks by four millimetres each year, the harbour board said on Monday.',
  '“We will not close the quay before winter,” said Ada Quill, who chairs the board.',
  'A wholly new paragraph about ferries that only this copy has.',
]

/** Of the hostile bundles those that a window is tried with; all are tried without one. */
const WINDOW_KINDS = [
  'noise',
  'a path that climbs out',
  'a bundle cut in half',
  'a bomb',
  'a symbolic link',
  'a missing payload file',
  'a future version',
  'a prototype key',
]

async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus()
  await target.press(key)
}

const button = (window: NotebookWindow, name: string | RegExp) =>
  window.page.getByRole('button', { name, exact: typeof name === 'string' })

/** Ada Fenn has marked an article and knows a person. */
async function makeAda(): Promise<Colleague> {
  const ada = new Colleague('Ada Fenn')
  const article = await ada.capture('The quay is sinking', QUAY, {
    url: 'https://www.example.org/quay?utm_source=mail',
  })
  const harbour = ada.tag('harbour')
  ada.mark(article, 'sinking by four millimetres', { comment: 'Check the number' }, harbour)
  ada.mark(article, 'warned of it in 2019')
  ada.person('Ada Quill')
  return ada
}

/** Bram Oake has another copy of it, and the same person under another name. */
async function makeBram(): Promise<Colleague> {
  const bram = new Colleague('Bram Oake')
  const article = await bram.capture('Quay at Orlsund sinks', QUAY_ELSEWHERE, {
    url: 'http://example.org/quay/',
  })
  bram.mark(article, 'We will not close the quay')
  bram.mark(article, 'A wholly new paragraph about ferries')
  bram.person('Quill, Ada', { aliases: ['Ada Quill'] })
  return bram
}

async function merge(window: NotebookWindow, name: string, bytes: Uint8Array): Promise<void> {
  await window.open(name, bytes)
  await press(button(window, 'Merge'))
  await window.hears('Merged')
}

/** Exports with what the form shows, by Enter in its first field. */
async function exportNow(window: NotebookWindow): Promise<{ name: string; bytes: Buffer }> {
  return window.saved(() => press(window.page.getByLabel('Name', { exact: true })))
}

/**
 * What a reader of a bundle sees: every derived file, without the exact histories and what hashes them. People are left out:
 * whoever made something stays named, even when it is in the trash.
 */
function readable(bytes: Uint8Array): Record<string, string> {
  const files: Unzipped = unzipSync(bytes)
  const wanted = Object.entries(files).filter(
    ([path]) => path.includes('/data/') && !/\/records\/|ro-crate/.test(path),
  )
  return Object.fromEntries(
    wanted.map(([path, content]) => {
      const lines = new TextDecoder().decode(content).split('\n')
      return [path, lines.filter((line) => !line.includes('"type":["prov:Agent"')).join('\n')]
    }),
  )
}

async function exportReadable(window: NotebookWindow): Promise<Record<string, string>> {
  await window.rest()
  await window.keys('Control+e')
  const { bytes } = await exportNow(window)
  await window.keys('Escape')
  await window.page.getByRole('dialog').waitFor({ state: 'detached' })
  return readable(bytes)
}

describe('exporting', () => {
  it('takes chosen articles, says what goes and what stays, locks with a passphrase, and another opens it', async () => {
    const ada = await makeAda()
    await ada.capture('Trams return to Velden', ['The first tram runs in June.'])
    const one = await windows.open()
    await merge(one, 'ada.florilegium', await ada.send('Ada’s harbour'))
    await one.keys('Control+e')
    const summary = one.page.getByRole('region', { name: 'Summary' })
    await summary.getByText('Stays here').waitFor()
    await one.seesNoBarrier('export')
    await one.page.getByLabel('What goes in').selectOption('articles')
    await one.page.getByText('Choose what goes in').waitFor()
    await press(one.page.getByRole('checkbox', { name: 'The quay is sinking' }), 'Space')
    await press(one.page.getByRole('checkbox', { name: 'With the full text' }), 'Space')
    await summary.getByText('The full text of 1 article').waitFor()
    await summary.getByText('1 article, 1 person or the like: not in what you chose.').waitFor()
    await summary.getByText('By Ada Fenn').waitFor()

    await one.page.getByLabel('Who can open it').selectOption('passphrase')
    await one.page.getByLabel('Passphrase', { exact: true }).fill('tide and quay')
    await one.page.getByLabel('The passphrase again').fill('tide and key')
    await press(one.page.getByLabel('Name', { exact: true }))
    await one.page.getByText('The two are not the same').waitFor()
    await one.seesNoBarrier('export with a fault')
    await one.page.getByLabel('The passphrase again').fill('tide and quay')
    const { name, bytes } = await exportNow(one)
    expect(name).toBe('My notebook.florilegium.age')
    expect(bytes.toString('latin1', 0, 21)).toBe('age-encryption.org/v1')
    await one.hears('locked with the passphrase, without the articles’ full text')

    const other = await windows.open()
    await other.open('work.florilegium.age', bytes)
    const passphrase = other.page.getByLabel('Passphrase or key')
    await passphrase.fill('tide and key')
    await other.keys('Enter')
    await other.page.getByText('does not open with this passphrase or key').waitFor({ timeout: 120_000 })
    await other.seesNoBarrier('unlocking')
    await passphrase.fill('tide and quay')
    await other.keys('Enter')
    await button(other, 'Merge').waitFor({ timeout: 120_000 })
    await press(button(other, 'Merge'))
    await other.hears('Merged')
    await other.page.getByText('1 article · 0 quotes · 0 claims').waitFor()
    expect([...one.complaints, ...other.complaints]).toEqual([])
  })

  it('locks for the holder of a key, whose notebook opens it unasked', async () => {
    const one = await windows.open()
    await one.command('Settings')
    await press(button(one, 'Make a key'))
    const key = await one.page.locator('code', { hasText: 'age1' }).textContent()
    await one.seesNoBarrier('settings with a key')
    const other = await windows.open()
    await merge(other, 'ada.florilegium', await (await makeAda()).send('Ada’s harbour'))
    await other.keys('Control+e')
    await other.page.getByLabel('Who can open it').selectOption('people')
    await other.page.getByLabel('Their keys').fill('hello')
    await press(other.page.getByLabel('Name', { exact: true }))
    await other.page.getByText('“hello” is not such a key').waitFor()
    await other.page.getByLabel('Their keys').fill(key ?? '')
    const { bytes } = await exportNow(other)
    await one.open('work.florilegium.age', bytes)
    await button(one, 'Merge').waitFor({ timeout: 60_000 })
    expect([...one.complaints, ...other.complaints]).toEqual([])
  })

  it('takes what lies around a thing, what carries a tag, and what the graph shows', async () => {
    const one = await windows.open()
    await merge(one, 'ada.florilegium', await (await makeAda()).send('Ada’s harbour'))
    await one.keys('Control+e')
    await one.page.getByLabel('What goes in').selectOption('around')
    await one.page.getByLabel('Around', { exact: true }).focus()
    await one.type('warned of it')
    await one.page.getByRole('option', { name: /warned of it/ }).waitFor()
    await one.keys('Enter')
    const summary = one.page.getByRole('region', { name: 'Summary' })
    await summary.getByText('1 passage, 1 person or the like, 1 tag: not in what you chose.').waitFor()
    await one.page.getByLabel('What goes in').selectOption('tag')
    await one.page.getByLabel('Tag', { exact: true }).selectOption({ label: 'harbour' })
    await summary.getByText('1 passage, 1 person or the like: not in what you chose.').waitFor()
    await one.page.getByLabel('What goes in').selectOption('graph')
    await summary.getByText('Stays here').waitFor()
    expect(one.complaints).toEqual([])
  })
})

describe('merging', () => {
  it('proposes what may be one, joins copies of an article on the user’s word, and undo restores every byte', async () => {
    const one = await windows.open()
    await one.command('Settings')
    await press(one.page.getByLabel('Your name'), 'Control+a')
    await one.type('Cyd')
    await one.keys('Enter')
    await merge(one, 'ada.florilegium', await (await makeAda()).send('Ada’s harbour'))
    const before = await exportReadable(one)
    await one.open('bram.florilegium', await (await makeBram()).send('Bram’s quay'))
    const proposals = one.page.getByRole('region', { name: 'Possibly the same' })
    await proposals.waitFor()
    expect(await proposals.getByRole('group').count()).toBe(2)
    await one.page.getByText('they have the same address').waitFor()
    await one.page.getByText('they share a name').waitFor()
    await one.seesNoBarrier('proposals')
    await press(
      one.page.getByRole('group', { name: /quay is sinking/ }).getByLabel('Decide later'),
      'ArrowRight',
    )
    await press(one.page.getByRole('group', { name: /Quill/ }).getByLabel('Decide later'), 'ArrowRight')
    await press(button(one, 'Merge'))
    await one.hears('Merged')
    await one.page.getByText('1 article · 0 quotes · 0 claims').waitFor()
    await one.rest()
    await one.keys('g', 'l')
    await one.page.getByText('4 passages').waitFor()
    // The paragraph that only the other copy has is in doubt; the other passage is found.
    await one.keys('g', 'i')
    await press(one.page.getByRole('tab', { name: 'Passages to repair 1' }))
    await one.page.getByRole('region', { name: 'Passages to repair' }).waitFor()
    expect(await exportReadable(one)).not.toEqual(before)
    await one.rest()
    await one.keys('Control+z')
    await one.hears('Undone: import bundle')
    expect(await exportReadable(one)).toEqual(before)
    await one.rest()
    await one.keys('Control+Shift+z')
    await one.hears('Redone')
    await one.keys('g', 'l')
    await one.page.getByText('4 passages').waitFor()
    expect(one.complaints).toEqual([])
  })

  it('takes a part of a bundle, with what that needs', async () => {
    const one = await windows.open()
    await one.open('ada.florilegium', await (await makeAda()).send('Ada’s harbour'))
    await one.page.getByRole('combobox', { name: /^By/ }).selectOption('kind')
    await press(one.page.getByRole('checkbox', { name: 'Take all of: People and the like' }), 'Space')
    await press(one.page.getByRole('checkbox', { name: 'Take all of: Articles' }), 'Space')
    await press(one.page.locator('summary', { hasText: 'Passages' }))
    await press(one.page.getByRole('checkbox', { name: 'Take: warned of it in 2019' }), 'Space')
    await press(one.page.locator('summary', { hasText: 'sinking by four' }))
    await one.page.getByRole('cell', { name: 'Check the number' }).waitFor()
    await one.seesNoBarrier('a choice of changes')
    await press(button(one, 'Merge 2 of 5'))
    await one.hears('Merged: 3 added')
    await one.keys('g', 'l')
    await one.page.getByText('1 passage', { exact: true }).waitFor()
    expect(one.complaints).toEqual([])
  })

  it('shows old and new values, and settles a difference by keys with both authors', async () => {
    const ada = await makeAda()
    const one = await windows.open()
    await merge(one, 'ada.florilegium', await ada.send('Ada’s harbour'))
    const bram = new Colleague('Bram Oake')
    bram.meet(ada)
    const annotation = ada.histories().find(({ kind }) => kind === 'annotation')?.id ?? ''
    bram.change(edit('annotation', annotation, { comment: 'The number is right' }))
    ada.change(edit('annotation', annotation, { comment: 'The number is wrong' }))
    await merge(one, 'ada2.florilegium', await ada.send('Ada’s harbour'))
    await one.open('bram.florilegium', await bram.send('Bram’s notes'))
    await press(one.page.locator('summary', { hasText: 'In difference' }))
    await press(one.page.locator('summary', { hasText: 'sinking by four' }))
    await one.page.getByRole('row', { name: /Comment.*wrong.*right|Comment.*right.*wrong/ }).waitFor()
    await press(button(one, 'Merge'))
    await one.hears('1 to settle in the Inbox')
    await one.rest()
    await one.keys('g', 'i')
    await press(one.page.getByRole('tab', { name: 'Differences 1' }))
    const card = one.page.getByRole('group', { name: /sinking by four.*Comment/ })
    await card.getByText(/Ada Fenn/).waitFor()
    await card.getByText(/Bram Oake/).waitFor()
    await one.seesNoBarrier('differences')
    await press(card, '2')
    await one.hears('Settled')
    await one.page
      .getByRole('tab', { name: 'Differences 0' })
      .or(one.page.getByText('Nothing waits for you'))
      .waitFor()
    expect(one.complaints).toEqual([])
  })
})

describe('bundles that are hostile or damaged', () => {
  it('are refused with a sentence each, and leave the notebook as it was, to the last byte', async () => {
    const one = await windows.open()
    await merge(one, 'ada.florilegium', await (await makeAda()).send('Ada’s harbour'))
    const exportBytes = async () => {
      await one.rest()
      await one.keys('Control+e')
      const { bytes } = await exportNow(one)
      await one.keys('Escape')
      await one.page.getByRole('dialog').waitFor({ state: 'detached' })
      return bytes
    }
    await exportBytes() // The first export makes the key to sign with, which is a change.
    const before = await exportBytes()
    const hostile = await makeHostileBundles()
    for (const kind of WINDOW_KINDS) {
      const { bytes, names } = hostile.find(({ name }) => name === kind) as HostileBundle
      await one.open('hostile.florilegium', bytes)
      await one.page.getByText(names).first().waitFor()
      expect(await one.page.getByRole('dialog', { name: /merge/i }).count()).toBe(0)
      await one.keys('Escape')
    }
    expect((await exportBytes()).equals(before)).toBe(true)
    expect(one.complaints).toEqual([])
  })
})

describe('signatures', () => {
  it('remember a colleague’s key on merging, and point out another one, a missing and a wrong one', async () => {
    const ada = await makeAda()
    const one = await windows.open()
    await one.open('ada.florilegium', await ada.send('Ada’s harbour'))
    await one.page.getByText('Signed by Ada Fenn, whose key you see for the first time.').waitFor()
    await press(button(one, 'Merge'))
    await one.hears('Merged')
    const sees = async (bytes: Uint8Array, sentence: string | RegExp) => {
      await one.open('again.florilegium', bytes)
      await one.page.getByRole('dialog').getByText(sentence).waitFor()
      await one.seesNoBarrier(String(sentence))
      await one.keys('Escape')
      await one.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await sees(await ada.send('Ada’s harbour'), 'Signed by Ada Fenn, with the key you know.')
    await sees(
      await bundleBytes(listAsSource(ada.histories())),
      'Not signed: nobody vouches for this bundle.',
    )
    const forged = { publicKey: ada.keys?.publicKey ?? '', sign: async () => new Uint8Array(64).fill(7) }
    await sees(
      await bundleBytes(listAsSource(ada.histories()), { signer: forged }),
      'The signature is wrong: the bundle was changed after it was signed.',
    )
    ada.keys = await makeSigningKeys()
    await sees(await ada.send('Ada’s harbour'), /Signed as Ada Fenn, but with another key than before/)

    await one.command('Settings')
    await press(one.page.getByLabel('Name of Ada Fenn'), 'Control+a')
    await one.type('Ada F.')
    await one.keys('Enter')
    await one.seesNoBarrier('colleagues')
    await press(button(one, 'Forget the key of Ada F.'))
    await one.page.getByText('Nobody yet.').waitFor()
    await sees(await ada.send('Ada’s harbour'), /whose key you see for the first time/)
    expect(one.complaints).toEqual([])
  })

  it('are made by a key that its owner takes to another machine', async () => {
    const one = await windows.open()
    await one.command('Settings')
    await press(button(one, 'Make it now'))
    const print = await one.page.locator('code').first().textContent()
    const { bytes } = await one.saved(() => press(button(one, 'Save my key…')))
    const other = await windows.open()
    await other.command('Settings')
    const take = async (content: Uint8Array) => {
      const [chooser] = await Promise.all([
        other.page.waitForEvent('filechooser'),
        press(button(other, 'Use my key from another machine…')),
      ])
      await chooser.setFiles({ name: 'key.json', mimeType: 'application/json', buffer: Buffer.from(content) })
    }
    await take(new TextEncoder().encode('{"publicKey":"no","secretKey":"no"}'))
    await other.page.getByText('This file holds no signing key').waitFor()
    await take(bytes)
    await other.page.locator('code', { hasText: print ?? 'missing' }).waitFor()
    expect([...one.complaints, ...other.complaints]).toEqual([])
  })
})

describe('agreement', () => {
  it('is told for an article that two people marked, with the passages where they differ and a table to save', async () => {
    const ada = new Colleague('Ada Fenn')
    const article = await ada.capture('The quay is sinking', QUAY)
    const harbour = ada.tag('harbour')
    const bram = new Colleague('Bram Oake')
    bram.meet(ada)
    ada.mark(article, 'sinking by four millimetres', {}, harbour)
    ada.mark(article, 'warned of it in 2019', {}, harbour)
    bram.mark(article, 'sinking by four millimetres', {}, harbour)
    ada.meet(bram)
    const one = await windows.open()
    await merge(one, 'ada.florilegium', await ada.send('Both'))
    await one.rest()
    await one.keys('g', 'a')
    const row = one.page.getByRole('row', { name: /Tag “harbour”/ })
    await row.getByText('2 and 1 of 3 blocks').or(row.getByText('1 and 2 of 3 blocks')).waitFor()
    // Of three blocks they agree on two: kappa (2/3 − 4/9) / (1 − 4/9), alpha 1 − 5·2 / (6·5 − 3·2 − 3·2).
    await row.getByText('0.400').waitFor()
    await row.getByText('0.444').waitFor()
    await press(one.page.locator('summary', { hasText: 'What the numbers mean' }))
    await one.seesNoBarrier('agreement')
    const { name, bytes } = await one.saved(() => press(button(one, 'Save as a table (CSV)')))
    expect(name).toBe('Agreement.csv')
    expect(bytes.toString()).toMatch(
      /^article,category,people.*\r\nThe quay is sinking,Highlights,Ada Fenn; Bram Oake/,
    )
    expect(bytes.toString()).toContain('0.400000,0.444444')
    await press(row.getByRole('button'))
    await press(button(one, /warned of it in 2019.*marked by Ada Fenn, not by Bram Oake/))
    await one.page.locator('[data-surface]').waitFor()
    expect(one.complaints).toEqual([])
  })
})
