import { fail, ok } from '@shared/base/result'
import type { HostApi, JournalHost } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import { MemoryJournalFiles } from './memory-journal-files'

const missing = async () => fail('not-available', 'This host has no such thing.')

/** A host in memory whose journal is the real one over `files`; everything else is not available. */
export function fakeHost(
  files = new MemoryJournalFiles(),
  journal: JournalHost = new Journal(files),
): HostApi {
  return {
    capabilities: {
      desktop: false,
      journal: true,
      backups: false,
      backupsFolder: false,
      nativeDialogs: false,
      captureFromUrl: false,
    },
    app: {
      version: '0.0.0',
      platform: 'browser',
      places: async () => ok({ store: 'memory', journal: 'memory', backups: 'memory' }),
      onBeforeQuit: () => () => undefined,
    },
    journal,
    files: {
      open: missing,
      beginSave: missing,
      write: missing,
      commit: missing,
      abort: missing,
      takeOpened: async () => ok([]),
      onOpened: () => () => undefined,
    },
    backups: { list: missing, begin: missing, read: missing, remove: missing, chooseFolder: missing },
    shell: { openExternal: missing, fetchArticle: missing },
    menu: { onCommand: () => () => undefined },
  } satisfies HostApi
}
