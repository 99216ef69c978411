import { canonicalJson } from '../base/json'
import { fromBase64Url, toBase64Url } from './base64url'
import type { Signer } from './options'

interface KeyHandle {
  readonly type: string
}

/** The part of WebCrypto that signatures need; every host has it, but the language's own library does not name it. */
interface SubtleCrypto {
  importKey(
    format: 'raw' | 'pkcs8',
    key: Uint8Array,
    algorithm: 'Ed25519',
    extractable: boolean,
    usages: readonly ('verify' | 'sign')[],
  ): Promise<KeyHandle>
  verify(algorithm: 'Ed25519', key: KeyHandle, signature: Uint8Array, data: Uint8Array): Promise<boolean>
  sign(algorithm: 'Ed25519', key: KeyHandle, data: Uint8Array): Promise<ArrayBuffer>
  generateKey(
    algorithm: 'Ed25519',
    extractable: boolean,
    usages: readonly ('verify' | 'sign')[],
  ): Promise<{ readonly privateKey: KeyHandle; readonly publicKey: KeyHandle }>
  exportKey(format: 'raw' | 'pkcs8', key: KeyHandle): Promise<ArrayBuffer>
}
declare const crypto: { readonly subtle: SubtleCrypto }

const ALGORITHM = 'Ed25519'

/** A contributor's key pair; the secret key never leaves the machine unless its owner exports it. */
export interface SigningKeys {
  /** 32 bytes, base64url. */
  readonly publicKey: string
  /** PKCS #8, base64url. */
  readonly secretKey: string
}

/** Makes a key pair, on first use. */
export async function makeSigningKeys(): Promise<SigningKeys> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const exported = async (format: 'raw' | 'pkcs8', key: KeyHandle) =>
    toBase64Url(new Uint8Array(await crypto.subtle.exportKey(format, key)))
  return { publicKey: await exported('raw', publicKey), secretKey: await exported('pkcs8', privateKey) }
}

/** Signs with a key pair. */
export function signerOf(keys: SigningKeys): Signer {
  return {
    publicKey: keys.publicKey,
    async sign(bytes) {
      const secret = fromBase64Url(keys.secretKey) ?? new Uint8Array()
      const key = await crypto.subtle.importKey('pkcs8', secret, ALGORITHM, false, ['sign'])
      return new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, bytes))
    },
  }
}

/** signature.json: whose key signed the bytes of tagmanifest-sha256.txt. */
export async function signatureText(signer: Signer, tagManifest: Uint8Array): Promise<string> {
  const signature = toBase64Url(await signer.sign(tagManifest))
  return formatSignature(signer.publicKey, signature)
}

function formatSignature(key: string, signature: string): string {
  return `${canonicalJson({ algorithm: ALGORITHM, key, signature })}\n`
}

export type SignatureCheck =
  | { readonly state: 'missing' }
  | { readonly state: 'bad' }
  /** The bundle is as the holder of this key wrote it. */
  | { readonly state: 'good'; readonly key: string }

function parseSignature(text: string): { key: string; signature: string } | null {
  const match = /"key":"([\w-]{43})","signature":"([\w-]{86})"/.exec(text)
  const [, key, signature] = match ?? []
  return key && signature && formatSignature(key, signature) === text ? { key, signature } : null
}

/** Checks signature.json (null when the bundle has none) against tagmanifest-sha256.txt. */
export async function checkSignature(text: string | null, tagManifest: Uint8Array): Promise<SignatureCheck> {
  if (text === null) return { state: 'missing' }
  const parsed = parseSignature(text)
  const [key, signature] = [fromBase64Url(parsed?.key ?? ''), fromBase64Url(parsed?.signature ?? '')]
  if (!parsed || !key || !signature) return { state: 'bad' }
  try {
    const handle = await crypto.subtle.importKey('raw', key, ALGORITHM, true, ['verify'])
    const isGood = await crypto.subtle.verify(ALGORITHM, handle, signature, tagManifest)
    return isGood ? { state: 'good', key: parsed.key } : { state: 'bad' }
  } catch {
    return { state: 'bad' } // not a point of the curve
  }
}
