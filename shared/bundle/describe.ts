import type { Id } from '../base/ids'
import { foldRecord } from '../changes/fold'
import type { Contributor } from '../domain/contributor'
import type { BundleContents } from './read-bundle'
import type { BundleSource } from './source'

/** Names and keys of a source's contributors, by id. */
export async function namesOfContributors(
  source: BundleSource,
): Promise<Map<Id, { readonly name: string; readonly publicKey: string | null }>> {
  const names = new Map<Id, { name: string; publicKey: string | null }>()
  for await (const history of source.histories('contributor')) {
    const { fields } = foldRecord(history) as unknown as Contributor
    names.set(history.id, { name: fields.name, publicKey: fields.publicKey })
  }
  return names
}

/** One phrase on who signed a bundle. */
export async function describeSignature(contents: BundleContents): Promise<string> {
  const { signature } = contents
  if (signature.state === 'missing') return 'not signed'
  if (signature.state === 'bad') return 'the signature is bad'
  const people = [...(await namesOfContributors(contents)).values()]
  const signer = people.find(({ publicKey }) => publicKey === signature.key)
  return signer
    ? `signed with the key of ${signer.name} (${signature.key})`
    : `signed with the key ${signature.key}`
}
