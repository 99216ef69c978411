import { CodeHighlightNode, CodeNode } from '@lexical/code'
import { AutoLinkNode, LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { TRANSFORMERS } from '@lexical/markdown'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin'
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import type { Json } from '@shared/base/json'
import type { EditorState } from 'lexical'
import { useState } from 'react'
import styles from './Editor.module.css'
import { ReferenceContext, type ReferenceSource } from './ReferenceChip'
import { ReferencePlugin } from './ReferencePlugin'
import { ReferenceNode } from './reference-node'

interface NoteEditorProps {
  /** What the editor begins with; later values are not taken in while one writes. */
  readonly content: Json
  readonly onChange: (content: Json) => void
  readonly references: ReferenceSource
  readonly label: string
}

const NODES = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  AutoLinkNode,
  CodeNode,
  CodeHighlightNode,
  ReferenceNode,
]
const THEME = {
  text: { bold: styles.bold ?? '', italic: styles.italic ?? '', strikethrough: styles.strike ?? '' },
}

/** Rich text with headings, lists, links, Markdown shortcuts and `@` references. */
export function NoteEditor({ content, onChange, references, label }: NoteEditorProps) {
  const [config] = useState(() => ({
    namespace: 'note',
    nodes: NODES,
    theme: THEME,
    editorState: JSON.stringify(content),
    onError: (error: Error) => {
      throw error
    },
  }))
  const report = (state: EditorState, _editor: unknown, tags: Set<string>) => {
    // Members that are undefined are no JSON: writing and reading drops them.
    if (!tags.has('history-merge')) onChange(JSON.parse(JSON.stringify(state)) as Json)
  }
  return (
    <ReferenceContext value={references}>
      <LexicalComposer initialConfig={config}>
        <div className={styles.editor}>
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className={styles.content ?? ''}
                aria-label={label}
                aria-placeholder="Write. Type @ to refer to anything in the notebook."
                placeholder={
                  <p className={styles.placeholder}>Write. Type @ to refer to anything in the notebook.</p>
                }
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
          <HistoryPlugin />
          <ListPlugin />
          <LinkPlugin />
          <MarkdownShortcutPlugin transformers={TRANSFORMERS} />
          <OnChangePlugin onChange={report} ignoreSelectionChange />
          <ReferencePlugin />
        </div>
      </LexicalComposer>
    </ReferenceContext>
  )
}
