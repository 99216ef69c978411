import { join } from 'node:path'
import type { DataPlaces } from '@shared/host/host-api'
import type { App } from 'electron'

/**
 * Where everything is kept: one folder, `FLORILEGIUM_HOME` or the system's place for the program's data. The browser
 * engine's store has a folder of its own in it, so that the journal and the backups survive its loss.
 */
export function dataPlaces(app: App, backupsFolder?: string): DataPlaces & { readonly home: string } {
  const home = process.env.FLORILEGIUM_HOME ?? app.getPath('userData')
  return {
    home,
    store: join(home, 'browser'),
    journal: join(home, 'journal'),
    backups: backupsFolder ?? join(home, 'backups'),
  }
}
