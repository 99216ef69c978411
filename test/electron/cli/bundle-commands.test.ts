import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '@electron/cli/run'
import { encryptBundle, isEncrypted } from '@shared/bundle/encryption'
import { listAsSource } from '@shared/bundle/source'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHostileBundles } from '../../shared/bundle/hostile-bundles'

const made = makeNotebook({ articles: 1, annotations: 6, wordsPerArticle: 40 })
let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-bundles-'))
  const sound = await bundleBytes(listAsSource(made.histories, made.notes))
  const changed = sound.slice()
  changed[200] = (changed[200] as number) ^ 1
  await writeFile(at('sound.florilegium'), sound)
  await writeFile(at('changed.florilegium'), changed)
  await writeFile(at('empty.florilegium'), '')
  await mkdir(at('folder.florilegium'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  let [out, complaints] = ['', '']
  const status = await runCommandLine(args, '1.2.3', {
    out: (text) => {
      out += text
    },
    complain: (line) => {
      complaints += `${line}\n`
    },
  })
  const lines = () =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { status, out, complaints, lines }
}

describe('verify', () => {
  it('answers for each bundle in order, and goes on after files that are none', async () => {
    const names = ['sound', 'changed', 'empty', 'folder', 'missing'].map((name) => at(`${name}.florilegium`))
    const { status, lines } = await run('verify', '--json', ...names)
    const answers = lines()
    expect(status).toBe(1)
    expect(answers.map(({ file }) => file)).toEqual(names)
    expect(answers[0]).toMatchObject({ intact: true, faults: [], unchecked: null })
    expect(answers[1]).toMatchObject({ intact: false, faults: [expect.stringContaining('.')] })
    expect(answers[2].error.code).toBe('not-a-bundle')
    expect(answers[3].error.message).toContain('folder.florilegium')
    expect(answers[4].error.message).toContain('missing.florilegium')
    expect((await run('verify', names[0] as string)).status).toBe(0)
  })
})

describe('merge', () => {
  it('leaves out what cannot be read, and gives the bytes of the bundle that can', async () => {
    const out = at('merged.florilegium')
    const inputs = [at('sound.florilegium'), at('folder.florilegium'), at('sound.florilegium')]
    const { status, lines } = await run('merge', '--json', ...inputs, '-o', out)
    expect(status).toBe(1)
    expect(lines()[0].added).toBeGreaterThan(0)
    expect(lines()[1].error.code).toBe('file-unreadable')
    expect(lines()[2]).toMatchObject({ added: 0, updated: 0, conflicts: 0 })
    expect((await readFile(out)).equals(await readFile(at('sound.florilegium')))).toBe(true)
  })
})

describe('merge', () => {
  it('proposes what may be there twice, and joins nothing', async () => {
    const page = (name: string) =>
      `<html><head><link rel="canonical" href="https://paper.example/mill"><title>${name}</title></head><body><article><h1>${name}</h1><p>The old mill by the river closed in spring, after a hundred and four years of work.</p><p>“We will rebuild it next year,” Ada Quist told the council on Monday.</p></article></body></html>`
    await writeFile(at('one.html'), page('The mill closes'))
    await writeFile(at('two.html'), page('Mill closes'))
    await run('new', at('one.html'), '-o', at('one.florilegium'))
    await run('new', at('two.html'), '-o', at('two.florilegium'))
    const inputs = [at('one.florilegium'), at('two.florilegium'), '-o', at('both.florilegium')]
    const [first, second] = (await run('merge', '--json', ...inputs)).lines()
    expect(first.duplicates).toEqual([])
    expect(second.duplicates).toMatchObject([
      { kind: 'article', reason: 'address', names: ['The mill closes', 'Mill closes'] },
      { kind: 'entity', reason: 'name', names: ['Ada Quist', 'Ada Quist'] },
    ])
    expect((await run('inspect', '--json', at('both.florilegium'))).lines()[0].counts).toMatchObject({
      article: 2,
      entity: 2,
    })
    const { out } = await run('merge', ...inputs)
    expect(out).toContain(
      'perhaps one article: “The mill closes” and “Mill closes”; they have the same address',
    )
    expect(out).toContain('perhaps one entry: “Ada Quist” twice; they share a name')
  })

  it('leaves out every hostile bundle, and gives the bytes of the sound one', {
    timeout: 240_000,
  }, async () => {
    const sound = await readFile(at('sound.florilegium'))
    for (const { name, bytes, names } of await makeHostileBundles()) {
      await writeFile(at('hostile.florilegium'), bytes)
      const inputs = [at('sound.florilegium'), at('hostile.florilegium')]
      const { status, complaints } = await run('merge', ...inputs, '-o', at('kept.florilegium'))
      expect(status, name).toBe(1)
      expect(complaints, name).toContain(names)
      expect((await readFile(at('kept.florilegium'))).equals(sound), name).toBe(true)
    }
  })

  it('does not write over a bundle that it could not read', async () => {
    const before = await readFile(at('changed.florilegium'))
    const { status, complaints } = await run(
      'merge',
      at('changed.florilegium'),
      at('sound.florilegium'),
      '-o',
      at('changed.florilegium'),
    )
    expect(status).toBe(1)
    expect(complaints).toContain('not written over')
    expect((await readFile(at('changed.florilegium'))).equals(before)).toBe(true)
  })
})

describe('encrypted bundles', () => {
  it('open with an age key or a passphrase, and otherwise say what is missing', async () => {
    const sound = new Uint8Array(await readFile(at('sound.florilegium')))
    const identity = await generateX25519Identity()
    const forKey = await encryptBundle(sound, { recipients: [await identityToRecipient(identity)] })
    const forWord = await encryptBundle(sound, { passphrase: 'calm weather' })
    if (!forKey.ok || !forWord.ok) throw new Error('not encrypted')
    const [key, word] = [at('key.florilegium.age'), at('word.florilegium.age')]
    await writeFile(key, forKey.value)
    await writeFile(word, forWord.value)
    await writeFile(at('key.txt'), `# made for this test\n${identity}\n`)
    await writeFile(at('word.txt'), 'calm weather\n')
    expect((await run('verify', '--identity', at('key.txt'), key)).out).toContain('intact')
    expect((await run('inspect', '--passphrase-file', at('word.txt'), word)).status).toBe(0)
    await run('merge', '--identity', at('key.txt'), key, '-o', at('opened.florilegium'))
    expect((await readFile(at('opened.florilegium'))).equals(sound)).toBe(true)
    expect((await run('inspect', key)).complaints).toContain('--passphrase-file')
    expect((await run('inspect', '--identity', at('word.txt'), key)).complaints).toContain('no age key')
    const other = await generateX25519Identity()
    await writeFile(at('other.txt'), other)
    expect((await run('verify', '--json', '--identity', at('other.txt'), key)).lines()[0].error.code).toBe(
      'decryption-failed',
    )
  })
})

describe('bundles that are written encrypted', () => {
  it('open for the holder of the key or the passphrase, and hold what they hold otherwise', async () => {
    const identity = await generateX25519Identity()
    const key = await identityToRecipient(identity)
    await writeFile(at('holder.txt'), identity)
    await writeFile(at('phrase.txt'), 'calm weather\n')
    const [sound, forKey, forWord] = [at('sound.florilegium'), at('for.florilegium.age'), at('with.age')]
    expect((await run('merge', sound, '-o', forKey, '--encrypt-for', key)).status).toBe(0)
    expect(isEncrypted(new Uint8Array(await readFile(forKey)))).toBe(true)
    expect((await run('verify', forKey)).complaints).toContain('encrypted')
    await run('merge', '--identity', at('holder.txt'), forKey, '-o', at('same.florilegium'))
    expect((await readFile(at('same.florilegium'))).equals(await readFile(sound))).toBe(true)

    await writeFile(at('c.txt'), 'The mill closed in spring.\n')
    expect((await run('new', at('c.txt'), '-o', forWord, '--encrypt-with', at('phrase.txt'))).status).toBe(0)
    const opened = await run('inspect', '--json', '--passphrase-file', at('phrase.txt'), forWord)
    expect(opened.lines()[0]).toMatchObject({ title: 'with', counts: { article: 1 } })
  })

  it('are not begun when what should lock them makes no sense', async () => {
    await writeFile(at('blank.txt'), '\nlater\n')
    const out = at('never.florilegium.age')
    const merge = (...rest: string[]) => run('merge', at('sound.florilegium'), '-o', out, ...rest)
    expect(await merge('--encrypt-for', 'hello')).toMatchObject({
      status: 2,
      complaints: expect.stringContaining('“hello” is not a key'),
    })
    expect((await merge('--encrypt-with', at('blank.txt'))).complaints).toContain('is empty')
    expect((await merge('--encrypt-with', at('none.txt'))).status).toBe(2)
    expect((await merge('--encrypt-with', at('blank.txt'), '--encrypt-for', 'age1')).status).toBe(2)
    await expect(readFile(out)).rejects.toThrow('ENOENT')
  })
})

describe('where things are written', () => {
  const csv = (...rest: string[]) => run('export', at('sound.florilegium'), '--to', 'quotes-csv', ...rest)

  it('takes the place of what is there, through a link too, and leaves nothing else', async () => {
    await writeFile(at('quotes.csv'), 'old')
    await symlink(at('quotes.csv'), at('link.csv'))
    expect((await csv('-o', at('link.csv'))).status).toBe(0)
    expect(await readFile(at('quotes.csv'), 'utf8')).toContain('speaker')
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('leaves devices as they are', async () => {
    expect((await csv('-o', '/dev/null')).status).toBe(0)
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
  })

  it('says in one sentence why something was not saved', async () => {
    const sentences = await Promise.all(
      [at('none/quotes.csv'), at('folder.florilegium'), at('sound.florilegium/x'), at('x'.repeat(300))].map(
        async (out) => (await csv('-o', out)).complaints,
      ),
    )
    expect(sentences).toEqual([
      expect.stringContaining('there is no such folder'),
      expect.stringContaining('there is a folder of that name'),
      expect.stringContaining('there is no such folder'),
      expect.stringContaining('too long'),
    ])
    for (const sentence of sentences) expect(sentence).not.toMatch(/E[A-Z]{4,}/)
  })

  it('never writes over what it reads', async () => {
    const before = await readFile(at('sound.florilegium'))
    expect((await csv('-o', at('sound.florilegium'))).status).toBe(2)
    expect((await readFile(at('sound.florilegium'))).equals(before)).toBe(true)
    await writeFile(at('a.txt'), 'The mill closed in spring.\n')
    expect((await run('new', at('a.txt'), '-o', at('a.txt'))).status).toBe(2)
  })
})

describe('new', () => {
  it('writes nothing when none of its files can be read', async () => {
    const { status, complaints } = await run('new', at('none.html'), '-o', at('new.florilegium'))
    expect(status).toBe(1)
    expect(complaints).toContain('nothing was written')
    await expect(readFile(at('new.florilegium'))).rejects.toThrow('ENOENT')
  })

  it('speaks of success only once the bundle is saved', async () => {
    await writeFile(at('b.txt'), 'The mill closed in spring.\n')
    const { status, out, complaints } = await run('new', at('b.txt'), '-o', at('none/b.florilegium'))
    expect([status, out]).toEqual([1, ''])
    expect(complaints).toContain('there is no such folder')
    const [line] = (await run('new', '--json', at('b.txt'), '-o', at('none/b.florilegium'))).lines()
    expect(line.error.code).toBe('file-unwritable')
  })
})
