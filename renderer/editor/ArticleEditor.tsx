import { LinkNode } from '@lexical/link'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { type Block, type BlockType, blockOffsets } from '@shared/domain/block'
import { $getRoot, $getSelection, $isRangeSelection } from 'lexical'
import { type RefObject, useEffect, useRef, useState } from 'react'
import styles from './ArticleEditor.module.css'
import { $isArticleBlock, ArticleBlockNode, type BlockForm } from './article-block-node'
import { $nodeOfBlock, $readBlocks, $selectInBlock } from './article-blocks'
import { revealCaret } from './reveal-caret'

/** What the owner of the editor asks of it. */
export interface ArticleEditing {
  readonly read: () => readonly Block[]
}

interface ArticleEditorProps {
  readonly blocks: readonly Block[]
  /** Where the caret begins, as a UTF-16 offset in the canonical text of the blocks. */
  readonly at: number
  readonly label: string
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  /** Filled while the editor is shown. */
  readonly editing: RefObject<ArticleEditing | null>
  /** Told when the text was changed, once for each change. */
  readonly onChange: () => void
}

const FORMS: readonly { readonly label: string; readonly form: BlockForm }[] = [
  { label: 'Paragraph', form: { type: 'paragraph' } },
  { label: 'Heading', form: { type: 'heading', level: 2 } },
  { label: 'Subheading', form: { type: 'heading', level: 3 } },
  { label: 'Quotation', form: { type: 'quotation' } },
  { label: 'List item', form: { type: 'listItem', level: 1, ordered: false } },
  { label: 'Numbered item', form: { type: 'listItem', level: 1, ordered: true } },
  { label: 'Caption', form: { type: 'caption' } },
]

/** Changes the text of an article, block by block; what each block is, and marks and links, are kept. */
export function ArticleEditor({ blocks, at, label, lang, dir, editing, onChange }: ArticleEditorProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [config] = useState(() => ({
    namespace: 'article',
    nodes: [ArticleBlockNode, LinkNode],
    theme: {
      text: {
        bold: styles.bold ?? '',
        italic: styles.italic ?? '',
        strikethrough: styles.strike ?? '',
        code: styles.code ?? '',
      },
    },
    editorState: () => {
      $getRoot().append(...blocks.map($nodeOfBlock))
      const starts = blockOffsets(blocks)
      const block = Math.max(
        0,
        starts.findLastIndex((start) => start <= at),
      )
      $selectInBlock(block, at - (starts[block] ?? 0))
    },
    onError: (error: Error) => {
      throw error
    },
  }))
  return (
    <LexicalComposer initialConfig={config}>
      <div className={styles.tools}>
        <FormChoice />
      </div>
      <div ref={scroller} className={styles.scroller}>
        <div className={styles.sheet}>
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className={styles.content ?? ''}
                aria-label={label}
                lang={lang ?? undefined}
                dir={dir ?? 'auto'}
                spellCheck={false}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
      </div>
      <HistoryPlugin />
      <Handle scroller={scroller} editing={editing} onChange={onChange} />
    </LexicalComposer>
  )
}

interface HandleProps extends Pick<ArticleEditorProps, 'editing' | 'onChange'> {
  readonly scroller: RefObject<HTMLElement | null>
}

function Handle({ scroller, editing, onChange }: HandleProps) {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    let stop = () => {}
    editor.focus(
      () => {
        if (scroller.current) stop = revealCaret(scroller.current)
      },
      { defaultSelection: 'rootStart' },
    )
    return () => stop()
  }, [editor, scroller])
  useEffect(() => {
    editing.current = { read: () => editor.read($readBlocks) }
    return () => {
      editing.current = null
    }
  }, [editor, editing])
  useEffect(
    () =>
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has('history-merge') || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return
        onChange()
      }),
    [editor, onChange],
  )
  return null
}

function $selectedBlocks(): ArticleBlockNode[] {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const blocks = selection.getNodes().map((node) => node.getTopLevelElement())
  return [...new Set(blocks)].filter($isArticleBlock)
}

/** What the selected blocks are, and a way to make them something else. */
function FormChoice() {
  const [editor] = useLexicalComposerContext()
  const [type, setType] = useState<BlockType | null>(null)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) =>
        editorState.read(() => setType($selectedBlocks()[0]?.getForm().type ?? null)),
      ),
    [editor],
  )
  const current = FORMS.findIndex(({ form }) => form.type === type)
  return (
    <select
      className={styles.form}
      aria-label="What the block is"
      value={current}
      onChange={({ target: { value } }) => {
        const chosen = FORMS[Number(value)]
        if (chosen) editor.update(() => $selectedBlocks().forEach((block) => void block.setForm(chosen.form)))
        editor.focus()
      }}
    >
      {current < 0 && <option value={-1}>Other</option>}
      {FORMS.map(({ label }, index) => (
        <option key={label} value={index}>
          {label}
        </option>
      ))}
    </select>
  )
}
