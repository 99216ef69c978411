export const SCHEMAS: Readonly<Record<string, unknown>>
export function findFaults(collection: unknown, schema?: string): readonly string[]
