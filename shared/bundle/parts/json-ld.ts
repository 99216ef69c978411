import { canonicalJson, type Json } from '../../base/json'

/** A JSON-LD document as a stream, an entity a line; entities come in runs. */
export async function* jsonLd(
  context: Json,
  runs: AsyncIterable<readonly Json[]>,
): AsyncGenerator<string, void, undefined> {
  yield `{"@context":${canonicalJson(context)},"@graph":[`
  let comma = ''
  for await (const run of runs) {
    if (run.length === 0) continue
    yield `${comma}\n${run.map(canonicalJson).join(',\n')}`
    comma = ','
  }
  yield '\n]}\n'
}
