import type { NotebookView } from '@shared/notebook/notebook-view'
import { findRepairs } from '@shared/notebook/repairs'
import type { ComponentType } from 'react'
import { DifferenceList } from './DifferenceList'
import { RepairInbox } from './RepairInbox'

export interface InboxSection {
  readonly name: string
  readonly label: string
  readonly waiting: (view: NotebookView) => number
  readonly Section: ComponentType
}

function countDifferences(view: NotebookView): number {
  return view.differing().reduce((sum, { differences }) => sum + Object.keys(differences ?? {}).length, 0)
}

/** The visible list of what the inbox holds. */
export const INBOX_SECTIONS: readonly [InboxSection, ...InboxSection[]] = [
  {
    name: 'repairs',
    label: 'Passages to repair',
    waiting: (view) => findRepairs(view).length,
    Section: RepairInbox,
  },
  { name: 'differences', label: 'Differences', waiting: countDifferences, Section: DifferenceList },
]

/** The section asked for, or the first in which something waits. */
export function findSection(name: string | undefined, view: NotebookView): InboxSection {
  return (
    INBOX_SECTIONS.find((section) => section.name === name) ??
    INBOX_SECTIONS.find(({ waiting }) => waiting(view) > 0) ??
    INBOX_SECTIONS[0]
  )
}
