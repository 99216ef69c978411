import { fail, ok } from '@shared/base/result'
import { describeTrust, judgeSignature, type PinnedColleague } from '@shared/bundle/colleagues'
import { bytesAsSource } from '@shared/bundle/container/byte-source'
import { decryptBundle, encryptBundle, isEncrypted, unlockSource } from '@shared/bundle/encryption'
import { readBundle } from '@shared/bundle/read-bundle'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'

const ada: PinnedColleague = { contributor: 'ada', name: 'Ada', key: 'KEY-A' }
const good = (key: string) => ({ state: 'good', key }) as const

describe('judging a signature', () => {
  it.each([
    ['a known key', good('KEY-A'), { contributor: 'ada', name: 'Ada' }, 'trusted'],
    ['a new colleague', good('KEY-B'), { contributor: 'bram', name: 'Bram' }, 'first-seen'],
    ['a changed key', good('KEY-X'), { contributor: 'ada', name: 'Ada' }, 'changed-key'],
    ['a key of nobody', good('KEY-X'), null, 'unnamed'],
    ['no signature', { state: 'missing' } as const, null, 'missing'],
    ['a bad signature', { state: 'bad' } as const, null, 'bad'],
  ])('tells %s, and says it in one sentence', (_name, signature, signer, state) => {
    const trust = judgeSignature(signature, signer, [ada])
    expect(trust.state).toBe(state)
    expect(describeTrust(trust)).toMatch(/^[A-Z].*\.$/)
  })

  it('does not let somebody else use the key of a known colleague as their own', () => {
    const trust = judgeSignature(good('KEY-A'), { contributor: 'mallory', name: 'Mallory' }, [ada])
    expect(trust.state).not.toBe('trusted')
  })
})

describe('encryption', () => {
  const bundle = new TextEncoder().encode('the bytes of a bundle')

  it('locks for a recipient and opens with their key alone', async () => {
    const identity = await generateIdentity()
    const locked = await encryptBundle(bundle, { recipients: [await identityToRecipient(identity)] })
    if (!locked.ok) throw new Error(locked.error.message)
    expect(isEncrypted(locked.value)).toBe(true)
    expect(await decryptBundle(locked.value, { identity })).toEqual({ ok: true, value: bundle })
    const other = await decryptBundle(locked.value, { identity: await generateIdentity() })
    expect(other).toMatchObject({ ok: false, error: { code: 'decryption-failed' } })
    expect(await readBundle(locked.value)).toMatchObject({ ok: false, error: { code: 'bundle-encrypted' } })
  })

  it('does not open when one bit of it is flipped, wherever', { timeout: 120_000 }, async () => {
    const identity = await generateIdentity()
    const locked = await encryptBundle(bundle, { recipients: [await identityToRecipient(identity)] })
    if (!locked.ok) throw new Error(locked.error.message)
    const undetected: number[] = []
    for (let bit = 0; bit < locked.value.length * 8; bit += 3) {
      const bytes = locked.value.slice()
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7))
      if ((await decryptBundle(bytes, { identity })).ok) undetected.push(bit)
    }
    expect(undetected).toEqual([])
  })

  it('locks with a passphrase', { timeout: 60_000 }, async () => {
    const locked = await encryptBundle(bundle, { passphrase: 'tide and quay' })
    if (!locked.ok) throw new Error(locked.error.message)
    expect(await decryptBundle(locked.value, { passphrase: 'tide and quay' })).toEqual({
      ok: true,
      value: bundle,
    })
    expect((await decryptBundle(locked.value, { passphrase: 'tide' })).ok).toBe(false)
  })

  it('is undone only where there is any, and only then what unlocks it is asked for', async () => {
    const identity = await generateIdentity()
    const locked = await encryptBundle(bundle, { recipients: [await identityToRecipient(identity)] })
    if (!locked.ok) throw new Error(locked.error.message)
    const opened = await unlockSource(bytesAsSource(locked.value), async () => ok({ identity }))
    expect(opened.ok && (await opened.value.read(0, opened.value.size))).toEqual(bundle)
    const plain = bytesAsSource(bundle)
    const given = await unlockSource(plain, () => Promise.reject(new Error('asked')))
    expect(given.ok && given.value).toBe(plain)
    const unanswered = await unlockSource(bytesAsSource(locked.value), async () => fail('no-answer', 'No.'))
    expect(unanswered).toMatchObject({ ok: false, error: { code: 'no-answer' } })
  })

  it('is not undone in memory for a file that is too large, of which nothing but the start is read', async () => {
    const head = new TextEncoder().encode('age-encryption.org/v1\n'.padEnd(64, '-'))
    const size = 2 ** 29 + 1
    let bytesRead = 0
    const read = async (start: number, end: number) => {
      bytesRead += end - start
      return head.subarray(start, end)
    }
    const opened = await unlockSource({ size, read }, () => Promise.reject(new Error('asked')))
    expect(opened).toMatchObject({ ok: false, error: { code: 'bundle-too-large' } })
    expect(!opened.ok && opened.error.message).toContain('512 MB')
    expect(bytesRead).toBeLessThan(100)
  })

  it('says so when a key to encrypt for is not one', async () => {
    expect(await encryptBundle(bundle, { recipients: ['hello'] })).toMatchObject({ ok: false })
  })
})
