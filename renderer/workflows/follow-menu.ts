import type { Unsubscribe } from '@shared/host/host-api'
import type { MenuCommand } from '@shared/host/menu-commands'
import type { WorkflowContext } from './workflow-context'

/** Calls back with every command that the user chooses in the native menu, until unsubscribed. */
export function followMenu(
  { host }: WorkflowContext,
  onCommand: (command: MenuCommand) => void,
): Unsubscribe {
  return host.menu.onCommand(onCommand)
}
