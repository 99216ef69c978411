import { Field, TextInput } from '@renderer/ui/Field'
import type { Unlock } from '@shared/bundle/encryption'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import styles from './Bundles.module.css'

interface UnlockProps {
  readonly formId: string
  /** Why the last try failed. */
  readonly failure: string | null
  readonly onUnlock: (unlock: Unlock) => void
}

/** What was typed: a secret age key is told from a passphrase by how it begins. */
export function readUnlock(typed: string): Unlock {
  const key = typed.trim()
  return /^age-secret-key-/i.test(key) ? { identity: key } : { passphrase: typed }
}

/** Asks for what opens an encrypted bundle. */
export function UnlockForm({ formId, failure, onUnlock }: UnlockProps) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (failure) field.current?.select()
  }, [failure])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') onUnlock(readUnlock(typed))
  }
  return (
    <form id={formId} className={styles.form} onSubmit={submit}>
      <Field
        label="Passphrase or key"
        hint="The passphrase it was locked with, or a key that begins with “AGE-SECRET-KEY-”."
        error={failure}
      >
        {(attributes) => (
          <TextInput
            {...attributes}
            ref={field}
            type="password"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </form>
  )
}
