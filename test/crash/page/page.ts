import { guardScriptSinks } from '@renderer/app/trusted-types'
import { chooseHost } from '@renderer/host/choose-host'
import type { Notebook, SaveState } from '@renderer/storage/notebook'
import { openNotebook } from '@renderer/storage/open-notebook'
import { newId } from '@shared/base/ids'
import { create, edit } from '@shared/changes/compose'

/** What the crash test asks of the page. */
export interface CrashPage {
  /** Edits as fast as it can; each edit that is safe is told by its label. */
  edit(round: number): void
  /** Every label that was ever given, by the notebook's histories. */
  labels(): Promise<readonly string[]>
  notices(): readonly string[]
  /** Adds a tag; null when it is safe, else the sentence that says why not. */
  add(label: string): Promise<string | null>
  /** The labels that the view shows. */
  shown(): readonly string[]
  saveState(): SaveState
}

declare global {
  interface Window {
    crash?: CrashPage
    /** Given by the test: takes the label of an edit that was acknowledged. */
    acknowledged?: (label: string) => void
  }
}

function editForEver(notebook: Notebook, round: number): void {
  const fields = { parentId: null, color: null, mergedInto: null }
  const shared = newId()
  const commitOne = async (number: number): Promise<void> => {
    const label = `${round}-${number}`
    const wish =
      number % 5 === 1 || number === 0
        ? create('tag', number === 0 ? shared : newId(), { ...fields, label })
        : edit('tag', shared, { label })
    const made = await notebook.commit('crash-edit', [wish])
    if (made.ok) window.acknowledged?.(label)
  }
  // Several at a time, as a user who types while an import runs.
  const keepOn = async (lane: number) => {
    for (let number = lane; ; number += 3) await commitOne(number)
  }
  void commitOne(0).then(() => {
    for (const lane of [1, 2, 3]) void keepOn(lane)
  })
}

async function addTag(notebook: Notebook, label: string): Promise<string | null> {
  const fields = { label, parentId: null, color: null, mergedInto: null }
  const made = await notebook.commit('add', [create('tag', newId(), fields)])
  return made.ok ? null : made.error.message
}

async function labelsOf(notebook: Notebook): Promise<string[]> {
  const labels: string[] = []
  for await (const { kind, changes } of notebook.histories())
    for (const { set } of changes) if (kind === 'tag') labels.push(String(set.label))
  return labels
}

async function start(): Promise<void> {
  guardScriptSinks()
  const opened = await openNotebook(chooseHost(), { name: 'crash' })
  if (!opened.ok) throw new Error(opened.error.message)
  const notebook = opened.value
  await notebook.flush()
  window.crash = {
    edit: (round) => editForEver(notebook, round),
    labels: () => labelsOf(notebook),
    notices: () => notebook.notices.get(),
    add: (label) => addTag(notebook, label),
    shown: () => notebook.view.all('tag').map(({ fields }) => fields.label),
    saveState: () => notebook.saveState.get(),
  }
}

void start()
