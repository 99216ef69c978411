import { nameWords, suspectElement } from './boilerplate'
import { type DomDocument, type DomElement, findAll, textOf } from './dom'
import { type ReadOptions, readSourcedBlocks, type SourcedBlock } from './read-blocks'
import { type Weights, weigh } from './weigh'

/** A suspected element that holds more than this share of the page's prose is the article after all. */
const TOO_MUCH_TO_DROP = 0.4
/** Inline elements are only left out (a credit, a list of tags) when they hold less than this. */
const INLINE_LIMIT = 150
const INLINE_CREDIT =
  / (?:copyright|credits?|photo credit|tag links|tags links|share|screen reader text|sr only|visually hidden) /
/** The root is narrowed while one child holds at least this share of the prose. */
const NARROWING = 0.75

const BODY_MARKERS = [
  '[itemprop~="articleBody"]',
  '[class*="article-body"], [class*="articleBody"], [class*="article__body"], [class*="ArticleBody"], [class*="article_body"]',
  '[class*="entry-content"], [class*="post-content"], [class*="post-body"], [class*="postbody"]',
  '[class*="story-body"], [class*="storytext"], [class*="article-content"], [class*="article-text"], [class*="articletext"]',
  'article',
  'main, [role="main"]',
]

/** A credit or a list of tags inside a paragraph. */
function isInlineCredit(element: DomElement): boolean {
  return INLINE_CREDIT.test(nameWords(element)) && textOf(element).length < INLINE_LIMIT
}

/** Whether an element is to be left out, given what the whole page holds. */
function makeSkip(weights: Weights, prose: number): (element: DomElement) => boolean {
  const known = new Map<DomElement, boolean>()
  const judge = (element: DomElement): boolean => {
    const suspicion = suspectElement(element)
    const weight = weights.get(element)
    if (suspicion === 'none') return false
    if (weight === undefined) return isInlineCredit(element)
    if (weight.prose > prose * TOO_MUCH_TO_DROP) return false
    if (suspicion === 'certain') return true
    return weight.linked > weight.total * 0.5
  }
  return (element) => {
    const answer = known.get(element) ?? judge(element)
    known.set(element, answer)
    return answer
  }
}

/** Goes down to the smallest element that holds nearly all prose. */
function narrow(root: DomElement, weights: Weights): DomElement {
  let current = root
  for (;;) {
    const whole = weights.get(current)?.prose ?? 0
    const child = Array.from(current.children).find(
      (each) => (weights.get(each)?.prose ?? 0) >= whole * NARROWING,
    )
    if (child === undefined || whole === 0 || /^(?:p|ul|ol|blockquote|table)$/.test(child.localName))
      return current
    current = child
  }
}

/** An element whose name says that it is the article's body, if it holds enough to believe it. */
function findMarked(root: DomElement, weights: Weights, prose: number): DomElement | null {
  for (const selector of BODY_MARKERS) {
    const marked = findAll(root, selector)
    let best: DomElement | null = null
    for (const element of marked) {
      if ((weights.get(element)?.prose ?? 0) > (best === null ? 0 : (weights.get(best)?.prose ?? 0)))
        best = element
    }
    if (best !== null && (weights.get(best)?.prose ?? 0) >= prose * 0.5) return best
  }
  return null
}

export interface FoundContent {
  readonly root: DomElement
  /** All that was read of the page but what surrounds articles, in document order. */
  readonly blocks: readonly SourcedBlock[]
  readonly weights: Weights
}

/** Finds the element that holds the article's text, by where the prose is and by what elements are called. */
export function findContent(document: DomDocument, options: ReadOptions): FoundContent | null {
  const body = document.body ?? document.documentElement
  if (body === null) return null
  const everything = weigh(readSourcedBlocks(body, options))
  const skip = makeSkip(everything, everything.get(body)?.prose ?? 0)
  const blocks = readSourcedBlocks(body, { ...options, skip })
  const weights = weigh(blocks)
  const prose = weights.get(body)?.prose ?? 0
  const root = findMarked(body, weights, prose) ?? narrow(body, weights)
  return { root, blocks, weights }
}
