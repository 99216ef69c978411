/** Commands that a native menu can send; the window maps each onto its command registry. */
export const MENU_COMMANDS = [
  'file.open',
  'file.export',
  'file.new-note',
  'edit.undo',
  'edit.redo',
  'edit.find',
  'edit.find-everywhere',
  'go.palette',
  'go.anything',
  'go.library',
  'go.claims',
  'go.people',
  'go.graph',
  'go.notes',
  'go.inbox',
  'go.back',
  'go.forward',
  'view.close',
  'app.settings',
  'help.keys',
] as const

export type MenuCommand = (typeof MENU_COMMANDS)[number]
