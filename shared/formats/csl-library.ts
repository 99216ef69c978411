import { canonicalJson, type Json } from '@shared/base/json'
import { articleToCsl } from '@shared/bundle/parts/csl'
import { recordsOf } from '@shared/bundle/parts/part'
import type { BundleSource } from '@shared/bundle/source'

/** All articles as one CSL-JSON list, an item a line. */
export async function* writeCslLibrary(source: BundleSource): AsyncGenerator<string, void, undefined> {
  yield '['
  let comma = ''
  for await (const article of recordsOf(source, 'article')) {
    yield `${comma}\n${canonicalJson(articleToCsl(article) as unknown as Json)}`
    comma = ','
  }
  yield '\n]\n'
}
