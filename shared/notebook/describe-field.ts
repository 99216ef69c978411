import { isId } from '../base/ids'
import type { Json } from '../base/json'
import { describeRecord } from './describe'
import type { NotebookView } from './notebook-view'

const FIELD_NAMES: Readonly<Record<string, string>> = {
  deleted: 'In the trash',
  articleId: 'Article',
  annotationId: 'Passage',
  reason: 'Why',
  basedOn: 'Based on',
  originalName: 'File',
  cue: 'Words that introduce it',
  confidence: 'Confidence',
  symmetric: 'Same from both ends',
  publicKey: 'Key',
  title: 'Title',
  authors: 'Authors',
  byline: 'Byline',
  source: 'Source',
  url: 'Address',
  doi: 'DOI',
  publishedTime: 'Published',
  capturedTime: 'Captured',
  lang: 'Language',
  dir: 'Direction',
  excerpt: 'Summary',
  currentVersion: 'Version shown',
  origin: 'Reporting comes from',
  target: 'Passage',
  motivation: 'Kind of mark',
  from: 'From',
  to: 'To',
  entityType: 'Kind',
  blocks: 'Text',
  settings: 'Settings',
  view: 'Where',
  color: 'Colour',
  comment: 'Comment',
  claimId: 'Claim',
  quoteKind: 'Kind of speech',
  speakerId: 'Speaker',
  date: 'Date',
  place: 'Place',
  addressee: 'Said to',
  reportedBy: 'Reported by',
  text: 'Wording',
  status: 'Judgement',
  certainty: 'Certainty',
  name: 'Name',
  aliases: 'Other names',
  role: 'Role',
  description: 'Description',
  mergedInto: 'Same as',
  label: 'Label',
  inverse: 'Label from the other end',
  parentId: 'Above it',
  relation: 'Kind of link',
  content: 'Text',
  private: 'Private',
}

/** What a field is called on screen; sets name their member. */
export function describeField(view: Pick<NotebookView, 'get'>, field: string): string {
  const [prefix, member] = field.split(':')
  if (member === undefined) return FIELD_NAMES[field] ?? field
  const record = view.get(member)
  const name = record ? describeRecord(view, record) : 'something no longer here'
  switch (prefix) {
    case 'tag':
      return `Tag “${name}”`
    case 'at':
      return 'Place in another version'
    case 'apart':
      return `Not the same as “${name}”`
    case 'joined':
      return `A copy of “${name}”`
    default:
      return name
  }
}

/** A field's value in words; ids become names, texts of notes their plain words. */
export function describeValue(view: Pick<NotebookView, 'get'>, value: Json): string {
  if (value === null || value === '') return 'Nothing'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (isId(value)) {
    const record = view.get(value)
    return record ? describeRecord(view, record) : 'Something no longer here'
  }
  if (Array.isArray(value)) return value.map((item) => describeValue(view, item)).join(', ') || 'Nothing'
  return typeof value === 'object' ? plainText(value) : String(value)
}

/** All words in a tree of JSON values that are stored as `text` or `exact`; of a placement, how well it fits. */
function plainText(value: Json): string {
  if (typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) return value.map(plainText).join(' ')
  const own = value as { readonly [key: string]: Json }
  const words = [own.text, own.exact, own.verdict].filter((text) => typeof text === 'string')
  const below = ['root', 'children', 'passages'].map((key) => plainText(own[key] ?? null))
  return [...words, ...below].filter(Boolean).join(' ')
}
