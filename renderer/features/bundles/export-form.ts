import type { Id } from '@shared/base/ids'
import type { Lock } from '@shared/bundle/encryption'
import { readSettings } from '@shared/graph/graph-settings'
import { thingsAround, thingsPassing, thingsShown } from '@shared/graph/shown-graph'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { Scope } from '@shared/notebook/select-records'

export const REACHES = ['everything', 'articles', 'tag', 'around', 'graph', 'saved', 'search'] as const
export type Reach = (typeof REACHES)[number]

export const LOCKS = ['none', 'passphrase', 'people'] as const
export type LockKind = (typeof LOCKS)[number]

/** What is filled in when a bundle is exported. */
export interface ExportForm {
  readonly name: string
  readonly reach: Reach
  readonly articles: readonly Id[]
  readonly tag: Id | null
  /** The thing whose surroundings go along, and how far around in links. */
  readonly centre: Id | null
  readonly depth: 1 | 2 | 3
  readonly savedView: Id | null
  /** The kept search, and what it found when it was chosen. */
  readonly search: Id | null
  readonly found: readonly Id[]
  readonly fullText: boolean
  readonly privateNotes: boolean
  readonly asZip: boolean
  readonly signed: boolean
  readonly lock: LockKind
  readonly passphrase: string
  readonly repeated: string
  /** Keys to encrypt for, as they were typed: one a line. */
  readonly recipients: string
}

export const EMPTY_FORM: ExportForm = {
  name: 'My notebook',
  reach: 'everything',
  articles: [],
  tag: null,
  centre: null,
  depth: 1,
  savedView: null,
  search: null,
  found: [],
  fullText: true,
  privateNotes: false,
  asZip: false,
  signed: true,
  lock: 'none',
  passphrase: '',
  repeated: '',
  recipients: '',
}

/** What the graph's own place keeps: its settings, and what it is drawn around. */
export interface GraphPlace {
  readonly settings: unknown
  readonly focus: Id | null
}

const some = (id: Id | null): Id[] => (id === null ? [] : [id])

/** The part of the notebook that the form asks for. */
export function scopeOf(view: NotebookView, form: ExportForm, graph: GraphPlace): Scope {
  switch (form.reach) {
    case 'everything':
      return { reach: 'everything' }
    case 'articles':
      return { reach: 'around', roots: form.articles }
    case 'tag':
      return { reach: 'around', roots: some(form.tag) }
    case 'search':
      return { reach: 'around', roots: form.found }
    case 'around':
      return {
        reach: 'exactly',
        things: form.centre === null ? [] : thingsAround(view, form.centre, form.depth),
      }
    case 'graph':
      return { reach: 'exactly', things: thingsShown(view, readSettings(graph.settings), graph.focus) }
    case 'saved': {
      const saved = form.savedView === null ? undefined : view.find('savedView', form.savedView)
      return {
        reach: 'exactly',
        things: saved ? thingsPassing(view, readSettings(saved.fields.settings)) : [],
      }
    }
  }
}

/** The keys that were typed, whatever separates them. */
export function recipientsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean)
}

/** What is wrong with the form, by field, or null where all is well. */
export interface Faults {
  readonly passphrase: string | null
  readonly repeated: string | null
  readonly recipients: string | null
}

export function findFaults({ lock, passphrase, repeated, recipients }: ExportForm): Faults {
  const none = { passphrase: null, repeated: null, recipients: null }
  if (lock === 'passphrase') {
    if (passphrase === '') return { ...none, passphrase: 'Type a passphrase.' }
    if (passphrase !== repeated) return { ...none, repeated: 'The two are not the same: type it again.' }
  }
  if (lock === 'people') {
    const keys = recipientsIn(recipients)
    const bad = keys.find((key) => !key.startsWith('age1'))
    if (keys.length === 0) return { ...none, recipients: 'Paste at least one key.' }
    if (bad !== undefined)
      return { ...none, recipients: `“${bad.slice(0, 40)}” is not such a key: those begin with “age1”.` }
  }
  return none
}

/** How the bundle is locked, or null. */
export function lockOf({ lock, passphrase, recipients }: ExportForm): Lock | null {
  if (lock === 'passphrase') return { passphrase }
  return lock === 'people' ? { recipients: recipientsIn(recipients) } : null
}
