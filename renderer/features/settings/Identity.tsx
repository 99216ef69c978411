import { announce } from '@renderer/navigation/tasks'
import { useLocal } from '@renderer/storage/queries/local'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { Field, TextInput } from '@renderer/ui/Field'
import {
  exportKey,
  importKey,
  type ReadingKeys,
  readingKeys,
  signingKeys,
} from '@renderer/workflows/identity'
import { nameContributor, ownContributor } from '@renderer/workflows/name-contributor'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Result } from '@shared/base/result'
import { fingerprintOf } from '@shared/bundle/colleagues'
import type { SigningKeys } from '@shared/bundle/signature'
import { useState } from 'react'
import styles from './Settings.module.css'

function OwnName() {
  useNotebookView()
  const own = useWorkflow(ownContributor)()
  const rename = useWorkflow(nameContributor)
  const [name, setName] = useState(own?.fields.name ?? '')
  const save = () => (name.trim() === '' ? setName(own?.fields.name ?? '') : void rename(name.trim()))
  return (
    <Field label="Your name" hint="Colleagues see it on what you made and changed.">
      {(attributes) => (
        <TextInput
          {...attributes}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      )}
    </Field>
  )
}

function SigningKey() {
  const [keys] = useLocal<SigningKeys | null>('signing-keys', null)
  const make = useWorkflow(signingKeys)
  const save = useWorkflow(exportKey)
  const take = useWorkflow(importKey)
  const [failure, setFailure] = useState<string | null>(null)
  const tell = async (outcome: Promise<Result<string | null>>, done: (value: string) => string) => {
    const result = await outcome
    setFailure(result.ok ? null : result.error.message)
    if (result.ok && result.value !== null) announce(done(result.value))
  }
  return (
    <div className={styles.key}>
      <h3>Your signature</h3>
      <p>
        {keys ? (
          <>
            Fingerprint <code>{fingerprintOf(keys.publicKey)}</code>. Read it out to colleagues who want to be
            sure that a bundle is yours.
          </>
        ) : (
          'Your key is made when you first export a bundle. It stays on this machine.'
        )}
      </p>
      <div className={styles.buttons}>
        {!keys && <Button onClick={() => void make()}>Make it now</Button>}
        {keys && (
          <Button onClick={() => void tell(save(), (name) => `Your key is saved as ${name}.`)}>
            Save my key…
          </Button>
        )}
        <Button onClick={() => void tell(take(), (print) => `You sign with the key ${print} now.`)}>
          Use my key from another machine…
        </Button>
      </div>
      {keys && (
        <p className={styles.note}>
          Whoever has the saved file can sign as you: keep it where you keep passwords.
        </p>
      )}
      {failure && <Callout tone="danger">{failure}</Callout>}
    </div>
  )
}

function ReadingKey() {
  const [keys] = useLocal<ReadingKeys | null>('reading-keys', null)
  const make = useWorkflow(readingKeys)
  const copy = async (recipient: string) => {
    await navigator.clipboard.writeText(recipient)
    announce('Copied. Send it to colleagues: with it they lock bundles that only you can open.')
  }
  return (
    <div className={styles.key}>
      <h3>Bundles locked for you</h3>
      {keys ? (
        <>
          <p>
            <code>{keys.recipient}</code>
          </p>
          <div className={styles.buttons}>
            <Button onClick={() => void copy(keys.recipient)}>Copy this key</Button>
          </div>
          <p className={styles.note}>
            Colleagues lock bundles with it, and only this notebook opens them. It is not secret.
          </p>
        </>
      ) : (
        <>
          <p>With a key of yours colleagues lock bundles that only this notebook opens.</p>
          <div className={styles.buttons}>
            <Button onClick={() => void make()}>Make a key</Button>
          </div>
        </>
      )}
    </div>
  )
}

/** Who the user is to colleagues: name, signature, and the key for bundles locked for them. */
export function Identity() {
  return (
    <section className={styles.section}>
      <h2>You</h2>
      <OwnName />
      <SigningKey />
      <ReadingKey />
    </section>
  )
}
