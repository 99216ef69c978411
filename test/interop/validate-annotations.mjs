import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv/dist/2020.js'

const FOLDER = fileURLToPath(new URL('./web-annotation/', import.meta.url))
const BASE = 'https://florilegium.invalid/web-annotation/'

/** The schemas of the W3C Web Annotation Data Model's MUSTs, by file name. */
export const SCHEMAS = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, JSON.parse(readFileSync(FOLDER + name, 'utf8'))]),
)

const ajv = new Ajv({ schemas: Object.values(SCHEMAS), strict: false, allErrors: true })

/** What of a parsed collection of annotations is against the data model, a line each. */
export function findFaults(collection, schema = 'collection.json') {
  const validate = ajv.getSchema(BASE + schema)
  if (validate(collection)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

// `node validate-annotations.mjs FILE`: exits with 1 when the file is against the data model.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const collection = JSON.parse(readFileSync(process.argv[2], 'utf8'))
  const faults = findFaults(collection)
  for (const fault of faults.slice(0, 20)) console.error(fault)
  console.log(`${collection.total} annotations`)
  process.exit(faults.length === 0 ? 0 : 1)
}
