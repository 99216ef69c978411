import { canonicalJson, type Json } from '../../base/json'
import type { Stream } from '../source'

/** A JSON-LD document as a stream, an entity a line. */
export async function* jsonLd(
  context: Json,
  entities: Stream<Json>,
): AsyncGenerator<string, void, undefined> {
  yield `{"@context":${canonicalJson(context)},"@graph":[`
  let comma = ''
  for await (const entity of entities) {
    yield `${comma}\n${canonicalJson(entity)}`
    comma = ','
  }
  yield '\n]}\n'
}
