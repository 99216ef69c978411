import type { Result } from '@shared/base/result'
import type { DataPlaces } from '@shared/host/host-api'
import type { WorkflowContext } from './workflow-context'

/** Tells in words where this machine keeps the notebook, the journal and the backups. */
export function readPlaces({ host }: WorkflowContext): Promise<Result<DataPlaces>> {
  return host.app.places()
}
