import 'fake-indexeddb/auto'
import { rememberBackups } from '@renderer/workflows/backup-memory'
import { needsBackup } from '@renderer/workflows/make-backup'
import { backupName, notebookMark } from '@shared/backups/backup-name'
import { ok } from '@shared/base/result'
import { digestOfNotebook } from '@shared/notebook/every-record'
import { fakeHost } from '@test/support/fake-host'
import { expect, it } from 'vitest'
import { freshName, newTag, open } from '../storage/notebooks'

const DAY = 24 * 3_600_000
const YEAR = 365 * DAY

it('asks for one backup on each day, also after one was made while the clock was years ahead', async () => {
  const notebook = await open(freshName())
  await notebook.commit('create-tag', [newTag('a')])
  const host = fakeHost()
  const names: string[] = []
  const withBackups = {
    ...host,
    capabilities: { ...host.capabilities, backups: true },
    backups: {
      ...host.backups,
      list: async () => ok(names.map((name) => ({ name, size: 1, modifiedAt: 0 }))),
    },
  }
  const isNeeded = () => needsBackup({ notebook, host: withBackups })
  const made = (time: number) => {
    const name = backupName({ time, notebook: notebookMark(notebook.contributor) })
    names.push(name)
    rememberBackups(notebook, { made: { [name]: { digest: digestOfNotebook(notebook.view), counts: {} } } })
  }
  expect(await isNeeded()).toBe(true)
  made(Date.now() + 4 * YEAR)
  expect(await isNeeded()).toBe(false)
  await notebook.commit('create-tag', [newTag('b')])
  expect(await isNeeded()).toBe(true)
  names.push(backupName({ time: Date.now(), notebook: notebookMark(notebook.contributor) }))
  expect(await isNeeded()).toBe(false)
  await notebook.close()
})
