import type { ReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { readWaitingArticles } from '@renderer/storage/queries/waiting-articles'
import { memoizeByRevision } from '@shared/graph/memoize-by-revision'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { findRepairs } from '@shared/notebook/repairs'
import type { ComponentType } from 'react'
import { CopyList } from './CopyList'
import { DifferenceList } from './DifferenceList'
import { findCopies, findLeftBehind } from './find-copies'
import { RepairInbox } from './RepairInbox'
import { SuggestionList } from './SuggestionList'

export interface InboxSection {
  readonly name: string
  readonly label: string
  readonly waiting: (notebook: ReadableNotebook) => number
  readonly Section: ComponentType
}

const countRepairs = memoizeByRevision((view: NotebookView) => findRepairs(view).length)
const countDifferences = memoizeByRevision((view: NotebookView) =>
  view.differing().reduce((sum, { differences }) => sum + Object.keys(differences ?? {}).length, 0),
)

/** The visible list of what the inbox holds. */
export const INBOX_SECTIONS: readonly [InboxSection, ...InboxSection[]] = [
  {
    name: 'suggestions',
    label: 'Suggestions',
    waiting: (notebook) => readWaitingArticles(notebook).waiting.length,
    Section: SuggestionList,
  },
  {
    name: 'repairs',
    label: 'Passages to repair',
    waiting: ({ view }) => countRepairs(view),
    Section: RepairInbox,
  },
  {
    name: 'differences',
    label: 'Differences',
    waiting: ({ view }) => countDifferences(view),
    Section: DifferenceList,
  },
  {
    name: 'copies',
    label: 'Possible copies',
    waiting: ({ view }) => findCopies(view).length + findLeftBehind(view).length,
    Section: CopyList,
  },
]

/** How much waits in all sections. */
export function countAll(notebook: ReadableNotebook): number {
  return INBOX_SECTIONS.reduce((sum, { waiting }) => sum + waiting(notebook), 0)
}

/** The section asked for, or the first in which something waits. */
export function findSection(name: string | undefined, notebook: ReadableNotebook): InboxSection {
  return (
    INBOX_SECTIONS.find((section) => section.name === name) ??
    INBOX_SECTIONS.find(({ waiting }) => waiting(notebook) > 0) ??
    INBOX_SECTIONS[0]
  )
}
