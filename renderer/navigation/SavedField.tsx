import { useLocalSettings } from '@renderer/storage/queries/local'
import { Field, TextArea, TextInput } from '@renderer/ui/Field'
import { useCallback, useEffect, useRef, useState } from 'react'
import { markUnsaved } from './unsaved'

/** How long a pause in typing saves a long text, in milliseconds. */
const PAUSE = 1500

interface SavedFieldProps {
  /** The record's id and the field: give it as the React key as well. What is typed is kept under it through a crash. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** Several lines, saved at pauses too: losing a name is no harm, losing a paragraph is. */
  readonly isLong?: boolean
  /** Left empty, it shows again what it held. */
  readonly isNeeded?: boolean
  /** Resolves when the change is safe, or with why it is not. */
  readonly onSave: (text: string) => Promise<{ readonly ok: boolean }>
}

/** What was typed, and what the field held then: settings are written behind, so a draft may be older than the record. */
interface Draft {
  readonly base: string
  readonly text: string
}

/**
 * Saves on leaving, on Enter, and when the page goes; until then the status line does not say that all is saved. Each
 * keystroke is kept on this machine at once: what a crash left behind is taken up and saved when the field is seen again.
 */
function useSavedText({ name, value, isLong = false, isNeeded = false, onSave }: SavedFieldProps) {
  const local = useLocalSettings()
  const draftKey = `draft:field:${name}`
  const [left] = useState(() => {
    const draft = local.get<Draft>(draftKey)
    return draft?.base === value ? draft.text : undefined
  })
  const [text, setText] = useState(left ?? value)
  /** Null while nothing was typed that is not sent. */
  const typed = useRef<string | null>(left ?? null)
  const isHeld = useRef(false)
  const latest = useRef({ value, onSave })
  latest.current = { value, onSave }

  const save = useCallback(() => {
    const waiting = typed.current
    typed.current = null
    if (waiting === null) return
    const letGo = () => {
      if (typed.current === null) markUnsaved(draftKey, false)
      if (local.get<Draft>(draftKey)?.text === waiting) local.set(draftKey, undefined)
    }
    if (waiting === latest.current.value || (isNeeded && waiting.trim() === '')) letGo()
    // Only what is safe may be let go of: the page can be gone before it is.
    else void latest.current.onSave(waiting).then((saved) => saved.ok && letGo())
  }, [local, draftKey, isNeeded])

  // What changes elsewhere shows at once, but never under the hands of who types.
  useEffect(() => {
    if (!isHeld.current) setText(value)
  }, [value])

  useEffect(() => {
    if (!isLong || typed.current !== text) return
    const timer = window.setTimeout(save, PAUSE)
    return () => window.clearTimeout(timer)
  }, [text, isLong, save])

  useEffect(() => {
    if (typed.current !== null) save()
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [save])

  return {
    text,
    save,
    change: (next: string) => {
      typed.current = next
      isHeld.current = true
      markUnsaved(draftKey, next !== value)
      local.set(draftKey, { base: value, text: next })
      setText(next)
    },
    leave: () => {
      const isLeftEmpty = isNeeded && text.trim() === ''
      save()
      isHeld.current = false
      if (isLeftEmpty) setText(value)
    },
  }
}

/** A field of a record that is there to be changed in place. Give it the record's id as its key. */
export function SavedField(props: SavedFieldProps) {
  const { label, hint, isLong = false } = props
  const { text, save, change, leave } = useSavedText(props)
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(attributes) => {
        const all = { ...attributes, dir: 'auto', value: text, onBlur: leave } as const
        return isLong ? (
          <TextArea {...all} onChange={(event) => change(event.target.value)} />
        ) : (
          <TextInput
            {...all}
            onChange={(event) => change(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        )
      }}
    </Field>
  )
}
