import { Links } from '@renderer/linking/Links'
import { Button } from '@renderer/ui/Button'
import { Dialog } from '@renderer/ui/Dialog'
import { Field, TextInput } from '@renderer/ui/Field'
import type { Article, ArticleFields } from '@shared/domain/article'
import { type FormEvent, useId, useState } from 'react'
import styles from './Library.module.css'

interface EditArticleDialogProps {
  readonly article: Article
  readonly onSave: (fields: Partial<ArticleFields>) => void
  readonly onClose: () => void
}

const TEXT_FIELDS = [
  { key: 'source', label: 'Source', hint: 'Newspaper, site, journal or archive' },
  { key: 'publishedTime', label: 'Published', hint: 'As 2026-03-14, or only the year' },
  { key: 'url', label: 'Address' },
  { key: 'doi', label: 'DOI' },
  { key: 'lang', label: 'Language', hint: 'As en, de or pt-BR' },
  {
    key: 'origin',
    label: 'Reporting comes from',
    hint: 'A news agency or another outlet; rewrites of one origin count once as evidence',
  },
] as const

const textOrNull = (text: string): string | null => text.trim() || null

/** The metadata of an article, to mend by hand. */
export function EditArticleDialog({ article, onSave, onClose }: EditArticleDialogProps) {
  const { fields } = article
  const form = useId()
  const [title, setTitle] = useState(fields.title)
  const [authors, setAuthors] = useState(fields.authors.join('; '))
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(TEXT_FIELDS.map(({ key }) => [key, fields[key] ?? ''])),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const changed = Object.fromEntries(TEXT_FIELDS.map(({ key }) => [key, textOrNull(texts[key] ?? '')]))
    onSave({
      title: title.trim(),
      authors: authors
        .split(';')
        .map((name) => name.trim())
        .filter(Boolean),
      ...changed,
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="About this article"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
        <Field label="Title">
          {(attributes) => (
            <TextInput {...attributes} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label="Authors" hint="Parted by semicolons">
          {(attributes) => (
            <TextInput {...attributes} value={authors} onChange={(event) => setAuthors(event.target.value)} />
          )}
        </Field>
        {TEXT_FIELDS.map((field) => (
          <Field key={field.key} label={field.label} {...('hint' in field ? { hint: field.hint } : {})}>
            {(attributes) => (
              <TextInput
                {...attributes}
                value={texts[field.key] ?? ''}
                onChange={(event) => setTexts({ ...texts, [field.key]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </form>
      <Links id={article.id} />
    </Dialog>
  )
}
