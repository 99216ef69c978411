import type { BlockType } from '@shared/domain/block'
import {
  $applyNodeReplacement,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
  type SerializedElementNode,
  type Spread,
} from 'lexical'

/** What a block is, besides its text. */
export interface BlockForm {
  readonly type: BlockType
  readonly level?: number
  readonly ordered?: boolean
}

type SerializedArticleBlock = Spread<{ readonly form: BlockForm }, SerializedElementNode>

/** One block of an article while its text is corrected: whatever its type, it is edited as one paragraph. */
export class ArticleBlockNode extends ElementNode {
  __form: BlockForm

  static override getType(): string {
    return 'article-block'
  }

  static override clone(node: ArticleBlockNode): ArticleBlockNode {
    return new ArticleBlockNode(node.__form, node.__key)
  }

  static override importJSON(serialized: SerializedArticleBlock): ArticleBlockNode {
    return $createArticleBlock(serialized.form).updateFromJSON(serialized)
  }

  constructor(form: BlockForm = { type: 'paragraph' }, key?: NodeKey) {
    super(key)
    this.__form = form
  }

  override exportJSON(): SerializedArticleBlock {
    return { ...super.exportJSON(), form: this.__form }
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement('p')
    this.#dress(element)
    return element
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.__form !== this.__form) this.#dress(element)
    return false
  }

  getForm(): BlockForm {
    return this.getLatest().__form
  }

  setForm(form: BlockForm): void {
    this.getWritable().__form = form
  }

  /** Enter after a heading begins a paragraph; elsewhere another block of the same form. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ArticleBlockNode {
    const form = this.getForm()
    const next = $createArticleBlock(
      form.type === 'heading' || form.type === 'rule' ? { type: 'paragraph' } : form,
    )
    this.insertAfter(next, restoreSelection)
    return next
  }

  override collapseAtStart(): boolean {
    if (this.getForm().type === 'paragraph') return false
    this.setForm({ type: 'paragraph' })
    return true
  }

  #dress(element: HTMLElement): void {
    element.dataset.form = this.__form.type
    element.dataset.level = String(this.__form.level ?? 1)
  }
}

/** Makes a block within an editor's update. */
export function $createArticleBlock(form: BlockForm): ArticleBlockNode {
  return $applyNodeReplacement(new ArticleBlockNode(form))
}

export function $isArticleBlock(node: LexicalNode | null | undefined): node is ArticleBlockNode {
  return node instanceof ArticleBlockNode
}
