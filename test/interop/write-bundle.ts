import { writeFile } from 'node:fs/promises'
import { makeSigningKeys, signerOf } from '@shared/bundle/signature'
import { listAsSource } from '@shared/bundle/source'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'

// Writes a bundle to the path given, and says on standard output what it holds.
const made = makeNotebook({ articles: 12, annotations: 300, wideEvery: 3, contributors: 3 })
const count = (kind: string) => made.histories.filter((history) => history.kind === kind).length
const source = listAsSource(made.histories, made.notes)
const bytes = await bundleBytes(source, { name: 'Interop', signer: signerOf(await makeSigningKeys()) })
await writeFile(process.argv[2] as string, bytes)
const kinds = ['annotation', 'link', 'claim', 'quote', 'tag']
const counts = Object.fromEntries(kinds.map((kind) => [kind, count(kind)]))
console.log(JSON.stringify({ ...counts, positions: count('annotation') }))
