import { type ComponentProps, type KeyboardEvent, useId, useState } from 'react'
import styles from './Completion.module.css'
import { TextInput } from './Field'

/** One thing that what is typed may mean. */
export interface Suggestion {
  readonly key: string
  readonly label: string
  /** A few words that tell it from others of the name. */
  readonly note?: string | undefined
}

interface CompletionProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What fits the typed text, best first. */
  readonly suggestions: readonly Suggestion[]
  readonly onChoose: (suggestion: Suggestion) => void
  /** Whether the first suggestion is what Enter means while nothing else is chosen. */
  readonly choosesFirst?: boolean
}

interface Listing {
  readonly isOpen: boolean
  readonly current: number
}

const CLOSED: Listing = { isOpen: false, current: -1 }

/** A line of text with suggestions under it: arrows choose, Enter or Tab takes the chosen one, Escape closes the list. */
export function Completion(props: CompletionProps) {
  const { value, onChange, suggestions, onChoose, choosesFirst = false, ...rest } = props
  const listId = useId()
  const [{ isOpen, current }, setListing] = useState(CLOSED)
  const isShown = isOpen && suggestions.length > 0
  const choose = (suggestion: Suggestion) => {
    setListing(CLOSED)
    onChoose(suggestion)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const suggestion = suggestions[current]
    if (step && suggestions.length > 0) {
      event.preventDefault()
      const from = isShown ? current : step > 0 ? -1 : 0
      setListing({ isOpen: true, current: (from + step + suggestions.length) % suggestions.length })
    } else if (isShown && event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setListing(CLOSED)
    } else if (isShown && suggestion && (event.key === 'Enter' || event.key === 'Tab')) {
      if (event.key === 'Enter') event.preventDefault()
      choose(suggestion)
    }
  }
  return (
    <div className={styles.completion}>
      <TextInput
        role="combobox"
        aria-expanded={isShown}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={isShown && current >= 0 ? `${listId}-${current}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          setListing({ isOpen: event.target.value !== '', current: choosesFirst ? 0 : -1 })
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setListing(CLOSED)}
        {...rest}
      />
      <div id={listId} role="listbox" aria-label="Suggestions" className={styles.list} hidden={!isShown}>
        {isShown &&
          suggestions.map((suggestion, index) => (
            <div
              key={suggestion.key}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={styles.option}
              onPointerDown={(event) => {
                // Choosing must not take the focus from the field.
                event.preventDefault()
                choose(suggestion)
              }}
            >
              <span className={styles.label}>{suggestion.label}</span>
              {suggestion.note && <span className={styles.note}>{suggestion.note}</span>}
            </div>
          ))}
      </div>
    </div>
  )
}
