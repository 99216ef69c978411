import { nameWords } from '../html/boilerplate'
import { type DomDocument, type DomElement, findAll } from '../html/dom'
import { type LinkedArticle, readLinkedArticle } from './json-ld'
import { type MetaTags, readMetaTags } from './meta-tags'

/** A page with all that its metadata is read from, gathered once. */
export interface Page {
  readonly document: DomDocument
  readonly meta: MetaTags
  readonly linked: LinkedArticle | null
  /** Place of each element in document order. */
  readonly order: ReadonlyMap<DomElement, number>
}

/** Gathers a page's sources of metadata. */
export function openPage(document: DomDocument): Page {
  const order = new Map(findAll(document, '*').map((element, index) => [element, index]))
  return { document, meta: readMetaTags(document), linked: readLinkedArticle(document), order }
}

const FOREIGN =
  / (?:comments?|commentlist|respond|reply|related\w*|teasers?|sidebar|recommended|recommendations?|(?<!(?:article|post|entry|node|story) )footer|nav|navigation|menu|breadcrumbs?|cookie|newsletter|latest|popular|trending|carousel|slider|ticker|banner|advert|ads?) /

function isForeignItself(element: DomElement): boolean {
  return element.localName === 'nav' || element.localName === 'footer' || FOREIGN.test(nameWords(element))
}

/** What is around an element, itself included. */
function surroundings(element: DomElement | null): Set<DomElement> {
  const around = new Set<DomElement>()
  for (let current = element; current !== null; current = current.parentElement) around.add(current)
  return around
}

/**
 * Makes the test for whether an element belongs to comments, other articles or the frame of the page.
 * What is around the headline is never foreign, whatever it is called.
 */
export function makeForeignTest(heading: DomElement | null): (element: DomElement) => boolean {
  const home = surroundings(heading)
  const known = new Map<DomElement, boolean>()
  return (element) => {
    const path: DomElement[] = []
    let answer = false
    for (let current: DomElement | null = element; current !== null; current = current.parentElement) {
      const remembered = home.has(current) ? false : known.get(current)
      answer = remembered ?? isForeignItself(current)
      if (remembered !== undefined || answer) break
      path.push(current)
    }
    for (const each of [...path, element]) known.set(each, answer)
    return answer
  }
}

const tests = new WeakMap<Page, Map<DomElement | null, (element: DomElement) => boolean>>()

function foreignTest(page: Page, heading: DomElement | null): (element: DomElement) => boolean {
  const ofPage = tests.get(page) ?? new Map()
  tests.set(page, ofPage)
  const test = ofPage.get(heading) ?? makeForeignTest(heading)
  ofPage.set(heading, test)
  return test
}

/** Elements that match and are not foreign, those after `anchor` first, each side in document order. */
export function findNear(page: Page, selector: string, anchor: DomElement | null): DomElement[] {
  const place = anchor === null ? -1 : (page.order.get(anchor) ?? -1)
  const isForeign = foreignTest(page, anchor)
  const own = findAll(page.document, selector).filter((element) => !isForeign(element))
  const isAfter = (element: DomElement) => (page.order.get(element) ?? 0) >= place
  return [...own.filter(isAfter), ...own.filter((element) => !isAfter(element))]
}
