import '@renderer/ui/tokens.css'
import { ReaderView } from '@renderer/features/reader'
import { NotebookProvider } from '@renderer/storage/queries/notebook-view'
import { planAnnotation } from '@renderer/workflows/create-annotation'
import { WorkflowProvider } from '@renderer/workflows/workflow-context'
import { newId } from '@shared/base/ids'
import { create } from '@shared/changes/compose'
import { HUES, type Hue } from '@shared/domain/annotation'
import { blocksToText } from '@shared/domain/block'
import type { RecordByKind } from '@shared/domain/kinds'
import type { IndexedKind, IndexName } from '@shared/notebook/indexes'
import { NotebookMemory } from '@shared/notebook/notebook-view'
import { fakeHost } from '@test/support/fake-host'
import type { MadePassage } from '@test/support/make-article'
import { memoryNotebook } from '@test/support/memory-notebook'
import { createRoot } from 'react-dom/client'
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
const ids = { article: newId(), version: newId() }

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
  currentVersion: ids.version,
  origin: null,
} as const

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
  return {
    async open(root, blocks) {
      text = blocksToText(blocks)
      await notebook.commit('capture', [
        create('article', ids.article, articleFields),
        create('version', ids.version, {
          articleId: ids.article,
          blocks,
          textHash: '',
          capturedTime: articleFields.capturedTime,
          reason: 'captured',
          basedOn: null,
          originalName: null,
        }),
      ])
      root.classList.add('app')
      performance.mark('open')
      createRoot(root).render(
        <NotebookProvider notebook={notebook}>
          <WorkflowProvider context={{ notebook, host: fakeHost() }}>
            <ReaderView id={ids.article} />
          </WorkflowProvider>
        </NotebookProvider>,
      )
      while (!root.querySelector('[data-block]')) await new Promise((resolve) => setTimeout(resolve))
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
