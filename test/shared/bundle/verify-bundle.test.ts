import { makeSigningKeys, signerOf } from '@shared/bundle/signature'
import { listAsSource } from '@shared/bundle/source'
import { verifyBundle } from '@shared/bundle/verify-bundle'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook, randomFrom } from '@test/support/make-notebook'
import { beforeAll, describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 1, annotations: 4, wideEvery: 2, wordsPerArticle: 40 })
const source = listAsSource(made.histories, made.notes)
let signed: Uint8Array
let key: string

beforeAll(async () => {
  const keys = await makeSigningKeys()
  key = keys.publicKey
  signed = await bundleBytes(source, { signer: signerOf(keys) })
})

describe('verifying', () => {
  it('finds no fault in what was written, and says whose key signed it', async () => {
    const { faults, contents } = await verifyBundle(signed)
    expect(faults).toEqual([])
    expect(contents?.signature).toEqual({ state: 'good', key })
  })

  it('finds no fault without a signature, and says that it is missing', async () => {
    const { faults, contents } = await verifyBundle(
      await bundleBytes(source, { name: 'A/B: title', fullText: false }),
    )
    expect(faults).toEqual([])
    expect(contents?.signature).toEqual({ state: 'missing' })
    expect(contents?.title).toBe('A/B: title')
  })

  it('detects every flip of one bit in 1,000 random places, the container included', {
    timeout: 120_000,
  }, async () => {
    const random = randomFrom(7)
    const undetected: number[] = []
    for (let round = 0; round < 1_000; round += 1) {
      const bytes = signed.slice()
      const at = Math.floor(random() * bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 8))
      if ((await verifyBundle(bytes)).faults.length === 0) undetected.push(at)
    }
    expect(undetected).toEqual([])
  })

  it('detects a signature that was taken from another bundle', async () => {
    const keys = await makeSigningKeys()
    const signer = signerOf(keys)
    const other = await signer.sign(new Uint8Array([1, 2, 3]))
    const bytes = await bundleBytes(source, {
      signer: { publicKey: keys.publicKey, sign: async () => other },
    })
    const { faults } = await verifyBundle(bytes)
    expect(faults.join()).toContain('signature.json')
  })
})
