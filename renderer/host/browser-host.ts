import { fail, ok } from '@shared/base/result'
import type { HostApi } from '@shared/host/host-api'
import { canKeepBackups, createBrowserBackups } from './browser-backups'
import { createBrowserFiles } from './browser-files'
import { createBrowserJournal, hasPrivateFiles } from './browser-journal'
import { BrowserSaves } from './browser-saves'
import { notAvailable } from './not-available'

declare const __VERSION__: string

/** The host of a plain browser page: files by picker and download, journal and backups in the origin's private file system. */
export function createBrowserHost(): HostApi {
  const journal = hasPrivateFiles()
  const saves = new BrowserSaves()
  // Without this the browser may clear everything when the disk gets short.
  void navigator.storage?.persist?.()
  return {
    capabilities: {
      desktop: false,
      journal,
      backups: canKeepBackups(),
      backupsFolder: false,
      nativeDialogs: false,
      captureFromUrl: false,
    },
    app: {
      version: typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0',
      platform: 'browser',
      places: async () =>
        ok({
          store: `This browser’s store for ${location.origin}`,
          journal: `This browser’s private files for ${location.origin}`,
          backups: `This browser’s private files for ${location.origin}; save a copy to have one elsewhere`,
        }),
      onBeforeQuit: flushWhenHidden,
    },
    journal: createBrowserJournal(),
    files: createBrowserFiles(saves),
    backups: createBrowserBackups(saves),
    shell: { openExternal, fetchArticle: notAvailable },
    menu: { onCommand: () => () => undefined },
  }
}

/** A page cannot hold its tab open; it begins to save as soon as it is out of sight. */
function flushWhenHidden(flush: () => Promise<string | null>) {
  const save = () => {
    if (document.visibilityState === 'hidden') void flush()
  }
  document.addEventListener('visibilitychange', save)
  window.addEventListener('pagehide', save)
  return () => {
    document.removeEventListener('visibilitychange', save)
    window.removeEventListener('pagehide', save)
  }
}

async function openExternal(address: string) {
  const isSafe = URL.canParse(address) && ['https:', 'mailto:'].includes(new URL(address).protocol)
  if (!isSafe) return fail('address-refused', 'Only https and mailto addresses can be opened.')
  window.open(address, '_blank', 'noopener,noreferrer')
  return ok(null)
}
