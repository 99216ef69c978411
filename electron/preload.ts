import type {
  EventChannel,
  HostEvents,
  HostRequests,
  LaunchFacts,
  RequestChannel,
} from '@shared/host/channels'
import type { HostApi, Unsubscribe } from '@shared/host/host-api'
import { contextBridge, ipcRenderer } from 'electron'

/** A function that sends one kind of request; the bridge has one for each, never a general one. */
function request<Channel extends RequestChannel>(channel: Channel) {
  return (...args: HostRequests[Channel]['args']): Promise<HostRequests[Channel]['answer']> =>
    ipcRenderer.invoke(channel, ...args)
}

/** Calls a listener on one kind of message, without handing it the message's event. */
function listen<Channel extends EventChannel>(
  channel: Channel,
  listener: (...args: HostEvents[Channel]) => void,
): Unsubscribe {
  const wrapped = (_event: unknown, ...args: unknown[]) => listener(...(args as HostEvents[Channel]))
  ipcRenderer.on(channel, wrapped)
  return () => {
    ipcRenderer.off(channel, wrapped)
  }
}

function fact<Name extends keyof LaunchFacts>(name: Name): LaunchFacts[Name] {
  const prefix = `--florilegium-${name}=`
  const value = process.argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length)
  return (value ?? '') as LaunchFacts[Name]
}

const flushes = new Set<() => Promise<string | null>>()

listen('app:before-quit', () => {
  const done = [...flushes].map((flush) => flush().catch(() => 'The last changes could not be saved.'))
  void Promise.all(done).then((unsafe) =>
    request('app:flushed')(unsafe.find((sentence) => sentence !== null) ?? null),
  )
})

const host = {
  capabilities: {
    desktop: true,
    journal: true,
    backups: true,
    backupsFolder: true,
    nativeDialogs: true,
    captureFromUrl: true,
  },
  app: {
    version: fact('version'),
    platform: fact('platform'),
    places: request('app:places'),
    onBeforeQuit: (flush) => {
      flushes.add(flush)
      return () => {
        flushes.delete(flush)
      }
    },
  },
  journal: {
    open: request('journal:open'),
    append: request('journal:append'),
    read: request('journal:read'),
    readSnapshot: request('journal:read-snapshot'),
    beginSnapshot: request('journal:begin-snapshot'),
    writeSnapshot: request('journal:write-snapshot'),
    commitSnapshot: request('journal:commit-snapshot'),
  },
  files: {
    open: request('files:open'),
    beginSave: request('files:begin-save'),
    write: request('files:write'),
    commit: request('files:commit'),
    abort: request('files:abort'),
    takeOpened: request('files:take-opened'),
    onOpened: (listener) => listen('files:opened', () => listener()),
  },
  backups: {
    list: request('backups:list'),
    begin: request('backups:begin'),
    read: request('backups:read'),
    remove: request('backups:remove'),
    chooseFolder: request('backups:choose-folder'),
  },
  shell: {
    openExternal: request('shell:open-external'),
    fetchArticle: request('shell:fetch-article'),
  },
  menu: {
    onCommand: (listener) => listen('menu:command', (command) => listener(command)),
  },
} satisfies HostApi

contextBridge.exposeInMainWorld('host', host)
