import { makeHash } from '@shared/bundle/container/hash'
import type { FilePart } from '@shared/bundle/container/zip-writer'
import { RECORD_ORDER } from '@shared/bundle/format'
import { Digest } from '@shared/bundle/parts/digest'
import type { PartContext } from '@shared/bundle/parts/part'
import { RecordCodec } from '@shared/bundle/records/codec'
import type { BundleSource } from '@shared/bundle/source'

/** What the formats need to know of the whole notebook: gathered in one pass, as a bundle does. */
export async function gatherContext(source: BundleSource, name: string): Promise<PartContext> {
  const digest = new Digest(new RecordCodec())
  for (const kind of RECORD_ORDER) {
    for await (const history of source.histories(kind)) {
      digest.codec.toFile(history)
      digest.take(history)
    }
  }
  return { name, source, digest, newHash: makeHash, fullText: true, payload: () => [] }
}

/** The content of the one file that a bundle's part consists of. */
export async function* contentOf(
  source: BundleSource,
  title: string,
  part: (context: PartContext) => Iterable<FilePart>,
): AsyncGenerator<string, void, undefined> {
  const context = await gatherContext(source, title)
  for (const { content } of part(context)) yield* content
}
