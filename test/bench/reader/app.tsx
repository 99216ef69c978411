import '@renderer/ui/tokens.css'
import { ReaderView } from '@renderer/features/reader'
import type { Notebook } from '@renderer/storage/notebook'
import { NotebookProvider } from '@renderer/storage/queries/notebook-view'
import { planAnnotation } from '@renderer/workflows/create-annotation'
import { WorkflowProvider } from '@renderer/workflows/workflow-context'
import { type Id, newId } from '@shared/base/ids'
import { create } from '@shared/changes/compose'
import { HUES, type Hue } from '@shared/domain/annotation'
import type { Block } from '@shared/domain/block'
import { blocksToText } from '@shared/domain/block'
import type { RecordByKind } from '@shared/domain/kinds'
import type { IndexedKind, IndexName } from '@shared/notebook/indexes'
import { NotebookMemory } from '@shared/notebook/notebook-view'
import { fakeHost } from '@test/support/fake-host'
import { type MadePassage, makeArticle } from '@test/support/make-article'
import { memoryNotebook } from '@test/support/memory-notebook'
import { createRoot, type Root } from 'react-dom/client'
import type { Subject } from './subject'

/** A notebook's memory that keeps annotations from the views until they are let go: stored, and not yet shown. */
class HeldMemory extends NotebookMemory {
  #isHolding = true

  override by<N extends IndexName>(index: N, id: string): readonly RecordByKind[IndexedKind<N>][] {
    return this.#isHolding && index === 'annotationsByArticle' ? NOTHING : super.by(index, id)
  }

  release(): void {
    this.#isHolding = false
    this.put([])
  }
}

const NOTHING: readonly never[] = []
interface Ids {
  readonly article: Id
  readonly version: Id
}

const newIds = (): Ids => ({ article: newId(), version: newId() })

const articleFields = {
  title: 'A long article',
  authors: [],
  byline: null,
  source: null,
  url: null,
  doi: null,
  publishedTime: null,
  capturedTime: '2026-01-01T00:00:00.000Z',
  lang: 'en',
  dir: 'ltr',
  excerpt: null,
  origin: null,
} as const

function store(notebook: Notebook, { article, version }: Ids, blocks: readonly Block[]) {
  return notebook.commit('capture', [
    create('article', article, { ...articleFields, currentVersion: version }),
    create('version', version, {
      articleId: article,
      blocks,
      textHash: '',
      capturedTime: articleFields.capturedTime,
      reason: 'captured',
      basedOn: null,
      originalName: null,
    }),
  ])
}

async function shown(root: HTMLElement, article: Id): Promise<void> {
  while (!root.querySelector(`[data-shown="${article}"] [data-block]`))
    await new Promise((resolve) => setTimeout(resolve))
}

/** The reader of the app, from the notebook's memory to the painted page, margin and all. */
export function app(): Subject {
  const view = new HeldMemory()
  const notebook = memoryNotebook(view)
  let text = ''
  const plan = ({ start, end }: MadePassage, order: number) =>
    planAnnotation(
      newId(),
      { articleId: ids.article, versionId: ids.version, text, spans: [[start, end]] },
      {
        color: HUES[order % 4] as Hue,
        motivation: order % 4 === 0 ? 'claiming' : order % 4 === 1 ? 'quoting' : 'highlighting',
      },
    )
  const ids = newIds()
  let react: Root
  const show = (article: Id) =>
    react.render(
      <NotebookProvider notebook={notebook}>
        <WorkflowProvider context={{ notebook, host: fakeHost() }}>
          <div data-shown={article} style={{ height: '100%' }}>
            <ReaderView id={article} />
          </div>
        </WorkflowProvider>
      </NotebookProvider>,
    )
  return {
    async warm(root) {
      root.classList.add('app')
      react = createRoot(root)
      const before = newIds()
      await store(notebook, before, makeArticle(300, 7))
      show(before.article)
      await shown(root, before.article)
    },
    async open(root, blocks) {
      text = blocksToText(blocks)
      await store(notebook, ids, blocks)
      performance.mark('open')
      show(ids.article)
      await shown(root, ids.article)
    },
    async prepare(passages) {
      await notebook.commit('fill', passages.map(plan))
      // The list of an index is sorted when it is first asked for, as it was when the notebook was opened.
      NotebookMemory.prototype.by.call(view, 'annotationsByArticle', ids.article)
    },
    paint: () => view.release(),
    add: (passage) => void notebook.commit('highlight', [plan(passage, 2)]),
    scroller: () => document.querySelector('article[tabindex]')?.closest('[data-margin]') as HTMLElement,
    drawn: () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
  }
}
