import { runCommand } from '@renderer/navigation/commands'
import { followMenu } from '@renderer/workflows/follow-menu'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { useEffect } from 'react'

/** Gives the commands chosen in the desktop's menu; its ids are those of the registry. */
export function useNativeMenu(): void {
  const follow = useWorkflow(followMenu)
  useEffect(() => follow((command) => void runCommand(command)), [follow])
}
