import { makeSampleNotebook } from '@renderer/sample/sample-notebook'
import type { AbsorbReport } from '@renderer/storage/notebook'
import type { Result } from '@shared/base/result'
import type { WorkflowContext } from './workflow-context'

/** Takes the sample notebook in, as a colleague's bundle would be; a second time changes nothing. */
export async function openSample({ notebook }: WorkflowContext): Promise<Result<AbsorbReport>> {
  return notebook.absorb(await makeSampleNotebook())
}
