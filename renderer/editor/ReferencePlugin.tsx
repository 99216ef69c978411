import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  useBasicTypeaheadTriggerMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin'
import type { Id } from '@shared/base/ids'
import { $createTextNode, type TextNode } from 'lexical'
import { useContext, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './Editor.module.css'
import { ReferenceContext } from './ReferenceChip'
import { ReferenceNode } from './reference-node'

class ReferenceOption extends MenuOption {
  constructor(
    readonly id: Id,
    readonly caption: string,
    readonly kind: string,
  ) {
    super(id)
  }
}

/** After `@`, completes to any record and inserts a live reference. */
export function ReferencePlugin() {
  const [editor] = useLexicalComposerContext()
  const source = useContext(ReferenceContext)
  const [query, setQuery] = useState<string | null>(null)
  const findTrigger = useBasicTypeaheadTriggerMatch('@', {
    minLength: 0,
    maxLength: 60,
    allowWhitespace: true,
  })
  const options = useMemo(
    () =>
      query === null || !source
        ? []
        : source.suggest(query).map(({ id, title, kind }) => new ReferenceOption(id, title, kind)),
    [query, source],
  )
  const insert = (option: ReferenceOption, typed: TextNode | null, close: () => void) => {
    editor.update(() => {
      const reference = new ReferenceNode(option.id, option.caption)
      typed?.replace(reference)
      const space = $createTextNode(' ')
      reference.insertAfter(space)
      space.select()
      close()
    })
  }
  return (
    <LexicalTypeaheadMenuPlugin<ReferenceOption>
      onQueryChange={setQuery}
      onSelectOption={insert}
      triggerFn={findTrigger}
      options={options}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              <div className={styles.menu}>
                {options.map((option, index) => (
                  <button
                    key={option.key}
                    type="button"
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === selectedIndex}
                    className={styles.option}
                    ref={(element) => option.setRefElement(element)}
                    // The list may open under a mouse that rests: only one that moves chooses.
                    onMouseMove={({ movementX, movementY }) => {
                      if (movementX !== 0 || movementY !== 0) setHighlightedIndex(index)
                    }}
                    onClick={() => selectOptionAndCleanUp(option)}
                  >
                    <span className={styles.optionTitle}>{option.caption}</span>
                    <span className={styles.optionKind}>{option.kind}</span>
                  </button>
                ))}
              </div>,
              anchor.current,
            )
          : null
      }
    />
  )
}
