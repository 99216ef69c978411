import type { AppHost, BackupsHost, FilesHost, HostPlatform, JournalHost, ShellHost } from './host-api'
import type { MenuCommand } from './menu-commands'

type Channel<Method> = Method extends (...args: infer Args) => Promise<infer Answer>
  ? { readonly args: Args; readonly answer: Answer }
  : never

/** Every request that a window may send to the main process: arguments and answer by channel name. */
export interface HostRequests {
  'app:places': Channel<AppHost['places']>
  /** Sent by the preload when the window has saved what it could before closing; a sentence says what is not safe. */
  'app:flushed': { readonly args: [unsafe: string | null]; readonly answer: null }
  'journal:open': Channel<JournalHost['open']>
  'journal:append': Channel<JournalHost['append']>
  'journal:read': Channel<JournalHost['read']>
  'journal:read-snapshot': Channel<JournalHost['readSnapshot']>
  'journal:begin-snapshot': Channel<JournalHost['beginSnapshot']>
  'journal:write-snapshot': Channel<JournalHost['writeSnapshot']>
  'journal:commit-snapshot': Channel<JournalHost['commitSnapshot']>
  'files:open': Channel<FilesHost['open']>
  'files:begin-save': Channel<FilesHost['beginSave']>
  'files:write': Channel<FilesHost['write']>
  'files:commit': Channel<FilesHost['commit']>
  'files:abort': Channel<FilesHost['abort']>
  'files:take-opened': Channel<FilesHost['takeOpened']>
  'backups:list': Channel<BackupsHost['list']>
  'backups:begin': Channel<BackupsHost['begin']>
  'backups:read': Channel<BackupsHost['read']>
  'backups:remove': Channel<BackupsHost['remove']>
  'backups:choose-folder': Channel<BackupsHost['chooseFolder']>
  'shell:open-external': Channel<ShellHost['openExternal']>
  'shell:fetch-article': Channel<ShellHost['fetchArticle']>
}

export type RequestChannel = keyof HostRequests

/** Every message that the main process may send to a window, with its arguments. */
export interface HostEvents {
  'app:before-quit': []
  'files:opened': []
  'menu:command': [command: MenuCommand]
}

export type EventChannel = keyof HostEvents

/** Facts that the main process hands to the preload as `--florilegium-NAME=VALUE` arguments. */
export interface LaunchFacts {
  readonly version: string
  readonly platform: Exclude<HostPlatform, 'browser'>
}
