import { Field, Select, TextArea, TextInput } from '@renderer/ui/Field'
import { type ExportForm, type Faults, LOCKS, type LockKind } from './export-form'

interface LockProps {
  readonly form: ExportForm
  readonly faults: Faults | null
  readonly onChange: (change: Partial<ExportForm>) => void
}

const LOCK_NAMES: Readonly<Record<LockKind, string>> = {
  none: 'Anybody who has the file',
  passphrase: 'Who knows a passphrase',
  people: 'Certain people, by their keys',
}

/** Who can open a bundle. */
export function ExportLock({ form, faults, onChange }: LockProps) {
  return (
    <>
      <Field label="Who can open it">
        {(attributes) => (
          <Select
            {...attributes}
            value={form.lock}
            onChange={(event) => onChange({ lock: event.target.value as LockKind })}
          >
            {LOCKS.map((lock) => (
              <option key={lock} value={lock}>
                {LOCK_NAMES[lock]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {form.lock === 'passphrase' && (
        <>
          <Field
            label="Passphrase"
            hint="Several words are best. Nobody can open the bundle without it, and it is kept nowhere."
            error={faults?.passphrase ?? null}
          >
            {(attributes) => (
              <TextInput
                {...attributes}
                type="password"
                autoComplete="new-password"
                value={form.passphrase}
                onChange={(event) => onChange({ passphrase: event.target.value })}
              />
            )}
          </Field>
          <Field label="The passphrase again" error={faults?.repeated ?? null}>
            {(attributes) => (
              <TextInput
                {...attributes}
                type="password"
                autoComplete="new-password"
                value={form.repeated}
                onChange={(event) => onChange({ repeated: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
      {form.lock === 'people' && (
        <Field
          label="Their keys"
          hint="One a line, “age1…”. Colleagues find theirs in Settings."
          error={faults?.recipients ?? null}
        >
          {(attributes) => (
            <TextArea
              {...attributes}
              value={form.recipients}
              onChange={(event) => onChange({ recipients: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
