import type { Block } from '@shared/domain/block'
import { nameWords } from './boilerplate'
import type { FoundContent } from './find-content'
import { endsArticle, isCredit, isPointer } from './phrases'
import type { SourcedBlock } from './read-blocks'
import { proseOf } from './weigh'

const LEAD_WORDS =
  / (?:lead|lede|leadtext|intro|introduction|introtext|standfirst|stand|subtitle|sub headline|subheadline|subhead|subline|dek|deck|summary|abstract|excerpt|teaser|teasertext|vorspann|anriss|chapo|chapeau|entradilla|bajada|kicker text|description|sapo|prologue|opener) /
/** How far above the body a lead is looked for, in blocks. */
const LEAD_REACH = 25

const flatten = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

export interface KnownText {
  readonly titles: readonly string[]
  readonly description: string | null
}

function isNamedLead(sourced: SourcedBlock): boolean {
  const { element } = sourced
  return (
    LEAD_WORDS.test(nameWords(element)) ||
    (element.parentElement !== null && LEAD_WORDS.test(nameWords(element.parentElement)))
  )
}

function repeatsDescription(text: string, description: string | null): boolean {
  if (description === null || text.length < 40) return false
  const [a, b] = [flatten(text), flatten(description)]
  return b.length > 30 && (a.startsWith(b.slice(0, 60)) || b.startsWith(a.slice(0, 60)))
}

function isTitle(block: Block, titles: readonly string[]): boolean {
  const text = flatten(block.text)
  return text.length > 0 && titles.some((title) => flatten(title) === text)
}

/** The paragraphs between the title and the body that introduce the article. */
function findLead(before: readonly SourcedBlock[], known: KnownText): SourcedBlock[] {
  const reach = before.slice(-LEAD_REACH)
  const title = reach.findLastIndex(
    ({ block, element }) =>
      element.localName === 'h1' || (block.type === 'heading' && isTitle(block, known.titles)),
  )
  return reach.filter((sourced, index) => {
    if (sourced.linked > 0.5 || sourced.block.type === 'caption' || sourced.block.text.length < 30)
      return false
    if (repeatsDescription(sourced.block.text, known.description)) return true
    return title !== -1 && index > title && (isNamedLead(sourced) || proseOf(sourced) >= 80)
  })
}

/** Whether a block only leads elsewhere: a lone link, or one of a list of links. */
function isLinkLine({ block, linked }: SourcedBlock): boolean {
  if (block.type === 'tableRow' || block.type === 'preformatted') return false
  return linked > 0.8 && block.text.length < 200
}

function isNoise(sourced: SourcedBlock, known: KnownText): boolean {
  const { block } = sourced
  if (block.type === 'rule') return false
  return (
    isLinkLine(sourced) ||
    isPointer(block.text) ||
    isCredit(block.text) ||
    (block.type === 'heading' && isTitle(block, known.titles))
  )
}

/** Cuts off what follows the article inside its own element, from the heading or line that announces it. */
function cutTail(blocks: readonly SourcedBlock[]): readonly SourcedBlock[] {
  const prose = blocks.map(proseOf)
  const total = prose.reduce((sum, each) => sum + each, 0)
  let seen = 0
  for (const [index, { block }] of blocks.entries()) {
    if (seen > total * 0.5 && block.text.length < 90 && endsArticle(block.text)) return blocks.slice(0, index)
    seen += prose[index] ?? 0
  }
  return blocks
}

/** A few words that are no sentence: a category, a date, a button's label. */
function isFragment({ block }: SourcedBlock, limit: number): boolean {
  if (block.type === 'heading' || block.type === 'rule') return true
  return block.type === 'paragraph' && block.text.length < limit && !/[.!?…。！？:"'”“»]$/.test(block.text)
}

/** Drops fragments before the first and after the last block that says something; a heading just before it stays. */
function trimFragments(blocks: readonly SourcedBlock[]): readonly SourcedBlock[] {
  const first = blocks.findIndex((each) => !isFragment(each, 40))
  const last = blocks.findLastIndex((each) => !isFragment(each, 25))
  if (first === -1) return blocks
  const start = first > 0 && blocks[first - 1]?.block.type === 'heading' ? first - 1 : first
  return blocks.slice(start, Math.max(last, first) + 1)
}

/** Drops headings that head nothing any more. */
function dropEmptySections(blocks: readonly SourcedBlock[]): SourcedBlock[] {
  const kept: SourcedBlock[] = []
  for (const sourced of [...blocks].reverse()) {
    const next = kept.at(-1)?.block
    const level = sourced.block.level ?? 6
    const empty = next === undefined || (next.type === 'heading' && (next.level ?? 6) < level)
    if (sourced.block.type !== 'heading' || !empty) kept.push(sourced)
  }
  return kept.reverse()
}

/** Chooses from all that was read the lead and the body of the article, without title, pointers and credits. */
export function selectBlocks(found: FoundContent, known: KnownText): Block[] {
  const inside = found.blocks.map(({ element }) => found.root.contains(element))
  const first = inside.indexOf(true)
  if (first === -1) return []
  const lead = findLead(found.blocks.slice(0, first), known)
  const body = found.blocks.filter((_, index) => inside[index])
  const kept = cutTail([...lead, ...body].filter((sourced) => !isNoise(sourced, known)))
  return dropEmptySections(trimFragments(kept)).map(({ block }) => block)
}
