import { type DomElement, findAll, textOf } from './dom'

const known = new WeakMap<DomElement, boolean>()

function looksLikeData(table: DomElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table, form, h1, h2') !== null)
    return false
  const rows = findAll(table, 'tr')
  const widest = Math.max(0, ...rows.slice(0, 50).map((row) => row.children.length))
  if (rows.length < 2 || widest < 2) return false
  const cells = findAll(table, 'td, th').slice(0, 200)
  return cells.every((cell) => textOf(cell).length < 600)
}

/** Whether a row belongs to a table of facts rather than one that only lays out the page. */
export function isDataTable(row: DomElement): boolean {
  let table: DomElement | null = row.parentElement
  while (table !== null && table.localName !== 'table') table = table.parentElement
  if (table === null) return false
  const answer = known.get(table) ?? looksLikeData(table)
  known.set(table, answer)
  return answer
}
