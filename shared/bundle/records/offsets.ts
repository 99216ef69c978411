import type { Json } from '../../base/json'
import type { Fields } from '../../domain/record'
import { type TextTable, tableOfText } from './text-table'

/** Turns one offset into the other unit; null when it has no counterpart. */
export type Convert = (offset: number) => number | null

/** Which way a table is used. */
export type Direction = 'to-file' | 'from-file'

type Members = { readonly [key: string]: Json }
/** Thrown inside this file alone, when an offset has no counterpart. */
const NO_COUNTERPART = new Error('no counterpart')

function converter(table: TextTable, direction: Direction): (value: Json | undefined) => number {
  const convert: Convert = direction === 'to-file' ? table.toCodePoint : table.toUtf16
  return (value) => {
    const converted = typeof value === 'number' ? convert(value) : null
    if (converted === null) throw NO_COUNTERPART
    return converted
  }
}

function isMembers(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

function convertRange(value: Json, table: TextTable, direction: Direction): Json {
  if (!isMembers(value)) return value
  const convert = converter(table, direction)
  return { ...value, start: convert(value.start), end: convert(value.end) }
}

function convertPlacement(value: Json, table: TextTable, direction: Direction): Json {
  if (!isMembers(value)) return value
  const convert = converter(table, direction)
  const spans = listOf(value.spans).map((span) => listOf(span).map(convert))
  if (value.candidates === undefined) return { ...value, spans }
  const candidates = listOf(value.candidates).map((candidate) => {
    const [start, end, ...score] = listOf(candidate)
    return [convert(start), convert(end), ...score] as Json
  })
  return { ...value, spans, candidates }
}

function convertBlock(value: Json, direction: Direction): Json {
  if (!isMembers(value) || value.marks === undefined) return value
  const table = tableOfText(String(value.text))
  return { ...value, marks: listOf(value.marks).map((mark) => convertRange(mark, table, direction)) }
}

/** Finds the table of a version's text, by its id; undefined when the bundle does not hold the text. */
export type FindTable = (versionId: string) => TextTable | undefined

function need(table: TextTable | undefined): TextTable {
  if (!table) throw NO_COUNTERPART
  return table
}

type ConvertField = (field: string, value: Json, direction: Direction) => Json

const convertVersionField: ConvertField = (field, value, direction) =>
  field === 'blocks' ? listOf(value).map((block) => convertBlock(block, direction)) : value

const convertAnnotationField =
  (find: FindTable): ConvertField =>
  (field, value, direction) => {
    if (field === 'target' && isMembers(value)) {
      const table = need(find(String(value.versionId)))
      return {
        ...value,
        passages: listOf(value.passages).map((each) => convertRange(each, table, direction)),
      }
    }
    return field.startsWith('at:') ? convertPlacement(value, need(find(field.slice(3))), direction) : value
  }

const convertQuoteField =
  (table: TextTable | undefined): ConvertField =>
  (field, value, direction) =>
    (field === 'source' || field === 'cue') && value !== null
      ? convertRange(value, need(table), direction)
      : value

/** Converts the fields of one change, or gives null when one of their offsets has no counterpart. */
function convertFields(set: Fields, convert: ConvertField, direction: Direction): Fields | null {
  try {
    const converted: Record<string, Json> = {}
    for (const field of Object.keys(set)) converted[field] = convert(field, set[field] as Json, direction)
    return converted
  } catch (error) {
    if (error === NO_COUNTERPART) return null
    throw error
  }
}

export const OFFSETS = { convertFields, convertVersionField, convertAnnotationField, convertQuoteField }
