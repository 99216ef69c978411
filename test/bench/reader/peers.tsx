import { $wrapSelectionInMarkNode, MarkNode } from '@lexical/mark'
import { createTextAnnotator } from '@recogito/text-annotator'
import type { MadePassage } from '@test/support/make-article'
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $setSelection,
  createEditor,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import Mark from 'mark.js'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { mountPlain, Places, type Subject } from './subject'

/** A React element for each paragraph: how fast a plain list opens. It marks nothing. */
export function reactList(): Subject {
  return {
    open(root, blocks) {
      // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
      flushSync(() => createRoot(root).render(blocks.map(({ text }, index) => <p key={index}>{text}</p>)))
    },
    paint() {},
    add() {},
    drawn: () => 0,
  }
}

/** mark.js: an element for each mark; passages that overlap earlier ones are left out by it. */
export function markJs(): Subject {
  let root: HTMLElement
  let places: Places
  let before: number[] = []
  // It counts in the text without line breaks.
  const bare = (offset: number) => offset - places.locate(offset)[0]
  const mark = (passages: readonly MadePassage[]) =>
    new Mark(root).markRanges(
      passages.map(({ start, end }) => ({ start: bare(start), length: bare(end) - bare(start) })),
      { acrossElements: true } as never,
    )
  return {
    open(element, blocks) {
      root = element
      places = new Places(blocks)
      before = [blocks.length]
      mountPlain(root, blocks)
    },
    paint: (passages) => void mark(passages),
    add: (passage) => void mark([passage]),
    drawn: () => (before.length > 0 ? root.querySelectorAll('mark').length : 0),
  }
}

interface Annotated {
  readonly id: string
  readonly bodies: readonly never[]
  readonly target: {
    readonly annotation: string
    readonly created: Date
    readonly selector: readonly object[]
  }
}

/** Recogito's text annotator, drawing by CSS highlights, with its ranges made beforehand. */
export function recogito(): Subject {
  let root: HTMLElement
  let places: Places
  let elements: HTMLElement[] = []
  let annotator: ReturnType<typeof createTextAnnotator>
  let made = 0
  let text = ''
  let ready: Annotated[] = []
  const bare = (offset: number) => offset - places.locate(offset)[0]
  const convert = (passage: MadePassage): Annotated => {
    const id = `a${made++}`
    const range = places.rangeOf(elements, passage)
    const quote = text.slice(passage.start, passage.end)
    const selector = { id: `s${id}`, quote, start: bare(passage.start), end: bare(passage.end), range }
    return { id, bodies: [], target: { annotation: id, created: new Date(), selector: [selector] } }
  }
  const drawn = () =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        resolve()
      })
      observer.observe(document.head, { childList: true, subtree: true })
    })
  return {
    open(element, blocks) {
      root = element
      places = new Places(blocks)
      text = blocks.map((block) => block.text).join('\n')
      elements = mountPlain(root, blocks)
    },
    prepare(passages) {
      annotator = createTextAnnotator(root, { renderer: 'CSS_HIGHLIGHTS', annotatingEnabled: false } as never)
      elements = [...root.querySelectorAll('p')]
      ready = passages.map(convert)
    },
    async paint() {
      const done = drawn()
      annotator.state.store.bulkAddAnnotations(ready as never, true)
      await done
    },
    async add(passage) {
      const done = drawn()
      annotator.state.store.addAnnotation(convert(passage) as never)
      await done
    },
    drawn: () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
  }
}

/** Lexical, read-only, with its MarkNode: an element for each mark. */
export function lexical(): Subject {
  let root: HTMLElement
  let places: Places
  let editor: LexicalEditor
  const keys: string[] = []
  const point = (offset: number, isEnd: boolean): readonly [string, number] => {
    const [block, within] = places.locate(offset)
    let left = within
    const texts = ($getNodeByKey(keys[block] as string) as ElementNode).getAllTextNodes()
    for (const text of texts) {
      const size = text.getTextContentSize()
      if (isEnd ? left <= size : left < size) return [text.getKey(), left]
      left -= size
    }
    const last = texts.at(-1)
    return [last?.getKey() ?? '', last?.getTextContentSize() ?? 0]
  }
  const wrap = (passages: readonly MadePassage[]) =>
    editor.update(
      () => {
        for (const [order, { start, end }] of passages.entries()) {
          const selection = $createRangeSelection()
          selection.anchor.set(...point(start, false), 'text')
          selection.focus.set(...point(end, true), 'text')
          $wrapSelectionInMarkNode(selection, false, `m${order}`)
        }
        $setSelection(null)
      },
      { discrete: true },
    )
  return {
    open(element, blocks) {
      root = element
      places = new Places(blocks)
      editor = createEditor({
        editable: false,
        nodes: [MarkNode],
        onError(error) {
          throw error
        },
      })
      editor.setRootElement(root)
      editor.update(
        () => {
          for (const { text } of blocks) {
            const paragraph = $createParagraphNode().append($createTextNode(text))
            $getRoot().append(paragraph)
            keys.push(paragraph.getKey())
          }
        },
        { discrete: true },
      )
    },
    paint: wrap,
    add: (passage) => wrap([passage]),
    drawn: () => root.querySelectorAll('mark').length,
  }
}
