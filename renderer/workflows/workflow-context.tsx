import type { Notebook } from '@renderer/storage/notebook'
import type { HostApi, HostCapabilities } from '@shared/host/host-api'
import type { ReactNode } from 'react'
import { createContext, useContext, useMemo } from 'react'

/** What every workflow works on. Views never hold it: they call workflows through `useWorkflow`. */
export interface WorkflowContext {
  readonly notebook: Notebook
  readonly host: HostApi
}

/** One user operation, called alike by button, menu, palette, test and script. */
export type Workflow<Arguments extends readonly unknown[], Outcome> = (
  context: WorkflowContext,
  ...given: Arguments
) => Outcome

const Context = createContext<WorkflowContext | null>(null)

export function WorkflowProvider({ context, children }: { context: WorkflowContext; children: ReactNode }) {
  return <Context value={context}>{children}</Context>
}

function useContextOrThrow(): WorkflowContext {
  const context = useContext(Context)
  if (!context) throw new Error('A workflow was used outside WorkflowProvider.')
  return context
}

/** What the machine that the notebook runs on can do. */
export function useCapabilities(): HostCapabilities {
  return useContextOrThrow().host.capabilities
}

/** Binds a workflow to the open notebook; the result keeps its identity between renderings. */
export function useWorkflow<Arguments extends readonly unknown[], Outcome>(
  workflow: Workflow<Arguments, Outcome>,
): (...given: Arguments) => Outcome {
  const context = useContextOrThrow()
  return useMemo(
    () =>
      (...given: Arguments) =>
        workflow(context, ...given),
    [context, workflow],
  )
}
