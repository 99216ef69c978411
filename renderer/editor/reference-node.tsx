import type { Id } from '@shared/base/ids'
import {
  DecoratorNode,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical'
import type { JSX } from 'react'
import { ReferenceChip } from './ReferenceChip'

export type SerializedReferenceNode = Spread<{ target: Id; text: string }, SerializedLexicalNode>

/** A live reference to a record inside a note. `text` is what the record was called when it was inserted, for readers without the app. */
export class ReferenceNode extends DecoratorNode<JSX.Element> {
  readonly __target: Id
  readonly __text: string

  static override getType(): string {
    return 'reference'
  }

  static override clone(node: ReferenceNode): ReferenceNode {
    return new ReferenceNode(node.__target, node.__text, node.__key)
  }

  static override importJSON({ target, text }: SerializedReferenceNode): ReferenceNode {
    return new ReferenceNode(target, text)
  }

  constructor(target: Id, text: string, key?: NodeKey) {
    super(key)
    this.__target = target
    this.__text = text
  }

  override exportJSON(): SerializedReferenceNode {
    return { ...super.exportJSON(), type: 'reference', version: 1, target: this.__target, text: this.__text }
  }

  override createDOM(): HTMLElement {
    return document.createElement('span')
  }

  override updateDOM(): false {
    return false
  }

  override getTextContent(): string {
    return this.__text
  }

  override isInline(): true {
    return true
  }

  override decorate(): JSX.Element {
    return <ReferenceChip target={this.__target} text={this.__text} />
  }
}

export function isReferenceNode(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode
}
