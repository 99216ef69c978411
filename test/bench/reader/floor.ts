import { mountPlain, Places, type Subject } from './subject'

const KINDS = ['claim', 'quote', 'note', 'question']

/** The barest code that does the work: paragraphs by innerHTML, ranges made beforehand, four shared highlights. */
export function floor(): Subject {
  let places: Places
  let elements: HTMLElement[] = []
  const highlights = KINDS.map(() => new Highlight())
  const ready: Range[] = []
  const register = (range: Range, order: number) => {
    highlights[order % KINDS.length]?.add(range)
  }
  return {
    open(root, blocks) {
      places = new Places(blocks)
      elements = mountPlain(root, blocks)
    },
    prepare(passages) {
      ready.push(...passages.map((passage) => places.rangeOf(elements, passage)))
    },
    paint() {
      ready.forEach(register)
      for (const [order, kind] of KINDS.entries()) CSS.highlights.set(kind, highlights[order] as Highlight)
    },
    add: (passage) => register(places.rangeOf(elements, passage), 0),
    drawn: () => highlights.reduce((sum, { size }) => sum + size, 0),
  }
}
