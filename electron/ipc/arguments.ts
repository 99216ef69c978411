import type { HostRequests, RequestChannel } from '@shared/host/channels'
import * as z from 'zod'

z.config({ jitless: true })

const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const ticket = z.string().min(1).max(100)
const line = z.string().min(1)
const address = z.string().min(1).max(8000)
const bytes = z.instanceof(Uint8Array)
/** A name without folders, and nothing that a system would take for more than a name. */
const fileName = z
  .string()
  .min(1)
  .max(240)
  .regex(/^[^/\\:*?"<>|\u0000-\u001f]+$/)
  .refine((name) => !name.startsWith('.'))

/** The arguments that each request must have, checked before anything is done with them. */
export const ARGUMENTS: { readonly [Channel in RequestChannel]: z.ZodType<HostRequests[Channel]['args']> } = {
  'app:places': z.tuple([]),
  'app:flushed': z.tuple([z.string().max(1000).nullable()]),
  'journal:open': z.tuple([]),
  'journal:append': z.tuple([z.array(z.strictObject({ seq, line })).min(1).max(100_000)]),
  'journal:read': z.tuple([seq]),
  'journal:read-snapshot': z.tuple([seq]),
  'journal:begin-snapshot': z.tuple([seq]),
  'journal:write-snapshot': z.tuple([ticket, z.array(line).max(100_000)]),
  'journal:commit-snapshot': z.tuple([ticket]),
  'files:open': z.tuple([z.enum(['article', 'bundle', 'references', 'any'])]),
  'files:begin-save': z.tuple([fileName]),
  'files:write': z.tuple([ticket, bytes]),
  'files:commit': z.tuple([ticket]),
  'files:abort': z.tuple([ticket]),
  'files:take-opened': z.tuple([]),
  'backups:list': z.tuple([]),
  'backups:begin': z.tuple([fileName]),
  'backups:read': z.tuple([fileName]),
  'backups:remove': z.tuple([fileName]),
  'backups:choose-folder': z.tuple([]),
  'shell:open-external': z.tuple([address]),
  'shell:fetch-article': z.tuple([address]),
}
