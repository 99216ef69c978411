import { makeStamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import type { FieldsOf, Kind } from '@shared/domain/kinds'
import { type MemberFields, memberField } from '@shared/domain/member-fields'
import type { RecordState } from '@shared/domain/record'
import { NotebookMemory } from '@shared/notebook/notebook-view'

/** The n-th id of a test: valid, and in order of n. */
export function idOf(n: number): Id {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

/** The field that puts a tag on a record, to be spread into its fields. */
export function taggedWith(tag: Id): MemberFields<'tag'> {
  return { [memberField('tag', tag)]: true }
}

const DEFAULTS: { readonly [K in Kind]?: object } = {
  article: {
    title: 'An article',
    authors: [],
    byline: null,
    source: null,
    url: null,
    doi: null,
    publishedTime: null,
    capturedTime: '2026-01-01T00:00:00Z',
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    currentVersion: idOf(0),
    origin: null,
  },
  annotation: { motivation: 'highlighting', color: 'amber', comment: '', claimId: null },
  quote: {
    quoteKind: 'direct',
    speakerId: null,
    source: null,
    cue: null,
    date: null,
    place: null,
    addressee: null,
    reportedBy: [],
    confidence: null,
  },
  claim: { text: 'A claim', status: 'unverified', certainty: null, comment: '' },
  entity: {
    entityType: 'person',
    name: 'Somebody',
    aliases: [],
    role: null,
    description: '',
    mergedInto: null,
  },
  tag: { label: 'a tag', parentId: null, color: null, mergedInto: null },
  note: { title: 'A note', content: {}, private: false },
  link: { comment: '' },
}

/** Fills a notebook in memory with little ceremony: each method adds a record and returns its id. */
export class NotebookBuilder {
  readonly view = new NotebookMemory()
  #next = 1

  add<K extends Kind>(kind: K, fields: Partial<FieldsOf<K>>): Id {
    const id = idOf(this.#next)
    this.#next += 1
    this.put(id, kind, { ...DEFAULTS[kind], ...fields })
    return id
  }

  put(id: Id, kind: Kind, fields: object): void {
    const state: RecordState = {
      id,
      kind,
      fields: fields as { readonly [field: string]: Json },
      created: makeStamp(1, 0, idOf(0)),
      stamps: {},
      digest: 0,
    }
    this.view.put([state])
  }

  /** Sets some fields of a record that exists. */
  change(id: Id, fields: object): void {
    const record = this.view.get(id)
    if (!record) throw new Error(`no record ${id}`)
    this.put(id, record.kind, { ...record.fields, ...fields })
  }

  article(title: string, fields: Partial<FieldsOf<'article'>> = {}): Id {
    return this.add('article', { title, ...fields })
  }

  passage(articleId: Id, exact: string, fields: Partial<FieldsOf<'annotation'>> = {}): Id {
    const passages = [{ start: 0, end: exact.length, exact, prefix: '', suffix: '' }]
    return this.add('annotation', { articleId, target: { versionId: idOf(0), passages }, ...fields })
  }

  quote(articleId: Id, exact: string, fields: Partial<FieldsOf<'quote'>> = {}): Id {
    const annotationId = this.passage(articleId, exact, { motivation: 'quoting' })
    return this.add('quote', { articleId, annotationId, ...fields })
  }

  claim(text: string, fields: Partial<FieldsOf<'claim'>> = {}): Id {
    return this.add('claim', { text, ...fields })
  }

  person(name: string, fields: Partial<FieldsOf<'entity'>> = {}): Id {
    return this.add('entity', { name, ...fields })
  }

  link(from: Id, relation: string, to: Id): Id {
    return this.add('link', { from, to, relation })
  }
}
