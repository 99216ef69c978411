import type { Id } from '../base/ids'
import type { Article } from '../domain/article'
import type { Entity } from '../domain/entity'
import type { AnyRecord } from '../domain/kinds'
import type { Version } from '../domain/version'
import { findEntity } from '../notebook/find-entity'
import type { NotebookView } from '../notebook/notebook-view'

/** An incoming record that may be one that the notebook has already. */
export interface Duplicate {
  readonly kind: 'article' | 'entity'
  readonly ours: Id
  readonly theirs: Id
  readonly reason: 'doi' | 'address' | 'text' | 'name'
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src)$/i

/** An address without what does not tell articles apart: scheme, `www.`, tracking, fragment, closing slash. */
export function addressKey(url: string): string | null {
  const match = /^https?:\/\/(?:www\.|m\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(url.trim())
  const [, host, path = '', query = ''] = match ?? []
  if (!host) return null
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''))
    .sort()
  return `${host.toLowerCase().replace(/:(?:80|443)$/, '')}${path.replace(/\/+$/, '')}?${kept.join('&')}`
}

/** A DOI without its resolver, in lower case: DOIs don't tell case apart. */
export function doiKey(doi: string): string | null {
  return /10\.\d{4,9}\/\S+/.exec(doi.toLowerCase())?.[0] ?? null
}

/** A name without case, accents, dots and doubled spaces. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.’']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Proposes pairs among the notebook's records and the added ones, which may be its own: then each pair comes once. Entities only of the
 * same type; none that were said to be different.
 */
export function findDuplicates(view: NotebookView, added: readonly AnyRecord[]): Duplicate[] {
  const articles = added.filter((record): record is Article => record.kind === 'article')
  const entities = added.filter((record): record is Entity => record.kind === 'entity')
  const versions = added.filter((record): record is Version => record.kind === 'version')
  return [...findArticles(view, articles, versions), ...findEntities(view, entities)]
}

function articleKeys({ id, fields }: Article, hashes: ReadonlyMap<Id, readonly string[]>) {
  const keys: (readonly [Duplicate['reason'], string])[] = []
  const [doi, address] = [doiKey(fields.doi ?? ''), addressKey(fields.url ?? '')]
  if (doi) keys.push(['doi', doi])
  if (address) keys.push(['address', address])
  for (const hash of hashes.get(id) ?? []) keys.push(['text', hash])
  return keys
}

/** Whether somebody said of either that it is not the other. */
function areApart(view: NotebookView, ours: Id, theirs: Article | Entity): boolean {
  const own = view.get(ours)?.fields as { readonly [field: string]: unknown } | undefined
  return theirs.fields[`apart:${ours}`] === true || own?.[`apart:${theirs.id}`] === true
}

function hashesOf(versions: readonly Version[]): Map<Id, string[]> {
  const hashes = new Map<Id, string[]>()
  for (const { fields } of versions) {
    hashes.set(fields.articleId, [...(hashes.get(fields.articleId) ?? []), fields.textHash])
  }
  return hashes
}

function findArticles(
  view: NotebookView,
  added: readonly Article[],
  versions: readonly Version[],
): Duplicate[] {
  if (added.length === 0) return []
  const known = new Map<string, Id>()
  const ownHashes = hashesOf(view.all('version'))
  for (const article of view.all('article'))
    for (const [reason, key] of articleKeys(article, ownHashes)) known.set(`${reason} ${key}`, article.id)
  const theirHashes = hashesOf(versions)
  return added.flatMap((article): Duplicate | [] => {
    for (const [reason, key] of articleKeys(article, theirHashes)) {
      const ours = known.get(`${reason} ${key}`)
      if (ours && ours !== article.id && !areApart(view, ours, article))
        return { kind: 'article', ours, theirs: article.id, reason }
    }
    return []
  })
}

function entityKeys({ fields }: Entity): string[] {
  return [fields.name, ...fields.aliases].map((name) => `${fields.entityType} ${nameKey(name)}`)
}

function findEntities(view: NotebookView, added: readonly Entity[]): Duplicate[] {
  const known = new Map<string, Id>()
  for (const entity of view.all('entity'))
    for (const key of entityKeys(entity)) known.set(key, findEntity(view, entity.id)?.id ?? entity.id)
  return added.flatMap((entity): Duplicate | [] => {
    if (entity.fields.mergedInto !== null) return []
    const ours = entityKeys(entity)
      .map((key) => known.get(key))
      .find((id) => id !== undefined && id !== entity.id && !areApart(view, id, entity))
    return ours ? { kind: 'entity', ours, theirs: entity.id, reason: 'name' } : []
  })
}
