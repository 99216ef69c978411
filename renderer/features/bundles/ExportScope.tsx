import { useAll, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Completion } from '@renderer/ui/Completion'
import { Field, Select, TextInput } from '@renderer/ui/Field'
import { searchOf } from '@renderer/workers/notebook-search'
import type { Id } from '@shared/base/ids'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { findRecords, foldForSearch } from '@shared/notebook/find-records'
import { useState } from 'react'
import styles from './Bundles.module.css'
import { Choice } from './Choice'
import type { ExportForm, Reach } from './export-form'

interface ScopeProps {
  readonly form: ExportForm
  readonly onChange: (change: Partial<ExportForm>) => void
}

const SUGGESTED = 8
/** More than any notebook holds. */
const ALL = 1_000_000
const REACH_NAMES: Readonly<Record<Reach, string>> = {
  everything: 'The whole notebook',
  articles: 'Chosen articles, with what is marked in them',
  tag: 'What carries a tag',
  around: 'What is linked to one thing',
  graph: 'What the graph shows now',
  saved: 'A saved set of the graph',
  search: 'What a kept search finds',
}

function Articles({ form, onChange }: ScopeProps) {
  const articles = useAll('article')
  const [words, setWords] = useState('')
  const wanted = foldForSearch(words.trim())
  const shown = articles.filter(({ fields }) => foldForSearch(fields.title).includes(wanted))
  const toggle = (id: Id, isChosen: boolean) =>
    onChange({
      articles: isChosen ? [...form.articles, id] : form.articles.filter((other) => other !== id),
    })
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>Articles, {form.articles.length} chosen</legend>
      {articles.length > SUGGESTED && (
        <TextInput
          aria-label="Show articles whose title holds"
          placeholder="Title holds…"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <ul className={styles.list}>
        {shown.map(({ id, fields }) => (
          <li key={id}>
            <Choice
              label={fields.title || 'Untitled article'}
              checked={form.articles.includes(id)}
              onChange={(isChosen) => toggle(id, isChosen)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Tag({ form, onChange }: ScopeProps) {
  const tags = useAll('tag')
  return (
    <Field label="Tag" hint="Tags below it count too.">
      {(attributes) => (
        <Select
          {...attributes}
          value={form.tag ?? ''}
          onChange={(event) => onChange({ tag: event.target.value || null })}
        >
          <option value="">Choose a tag</option>
          {tags.map(({ id, fields }) => (
            <option key={id} value={id}>
              {fields.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function Around({ form, onChange }: ScopeProps) {
  const view = useNotebookView()
  const centre = form.centre === null ? undefined : view.get(form.centre)
  const [words, setWords] = useState(centre ? describeRecord(view, centre) : '')
  const suggestions = words.trim() === '' ? [] : findRecords(view, words, SUGGESTED)
  return (
    <>
      <Field label="Around" hint="An article, a person, a claim, a quote, a passage, a note or a tag.">
        {(attributes) => (
          <Completion
            {...attributes}
            value={words}
            choosesFirst
            onChange={(value) => {
              setWords(value)
              onChange({ centre: null })
            }}
            suggestions={suggestions.map((record) => ({
              key: record.id,
              label: describeRecord(view, record),
              note: describeKind(record),
            }))}
            onChoose={({ key, label }) => {
              setWords(label)
              onChange({ centre: key })
            }}
          />
        )}
      </Field>
      <Field label="How far around">
        {(attributes) => (
          <Select
            {...attributes}
            value={form.depth}
            onChange={(event) => onChange({ depth: Number(event.target.value) as 1 | 2 | 3 })}
          >
            <option value="1">1 link</option>
            <option value="2">2 links</option>
            <option value="3">3 links</option>
          </Select>
        )}
      </Field>
    </>
  )
}

function Saved({ form, onChange }: ScopeProps) {
  const sets = useAll('savedView').filter(({ fields }) => fields.view === 'graph')
  if (sets.length === 0)
    return <p className={styles.hint}>Nothing is saved yet: the graph’s filters can be kept under a name.</p>
  return (
    <Field label="Saved set" hint="All that its filters let through.">
      {(attributes) => (
        <Select
          {...attributes}
          value={form.savedView ?? ''}
          onChange={(event) => onChange({ savedView: event.target.value || null })}
        >
          <option value="">Choose a set</option>
          {sets.map(({ id, fields }) => (
            <option key={id} value={id}>
              {fields.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function Search({ form, onChange }: ScopeProps) {
  const notebook = useReadableNotebook()
  const searches = useAll('savedView').filter(({ fields }) => fields.view === 'search')
  const [isSearching, setSearching] = useState(false)
  if (searches.length === 0)
    return (
      <p className={styles.hint}>No search is kept yet: search the notebook and keep what you look for.</p>
    )
  const choose = async (id: string) => {
    const name = searches.find((search) => search.id === id)?.fields.name
    onChange({ search: name === undefined ? null : (id as Id), found: [] })
    if (name === undefined) return
    setSearching(true)
    const { results } = await searchOf(notebook).search(name, ALL)
    setSearching(false)
    onChange({ found: results.map((result) => result.id) })
  }
  return (
    <Field
      label="Kept search"
      hint={isSearching ? 'Searching …' : 'All that it finds, with what is marked in it.'}
    >
      {(attributes) => (
        <Select
          {...attributes}
          value={form.search ?? ''}
          onChange={(event) => void choose(event.target.value)}
        >
          <option value="">Choose a search</option>
          {searches.map(({ id, fields }) => (
            <option key={id} value={id}>
              {fields.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** Which part of the notebook goes into a bundle. */
export function ExportScope({ form, onChange }: ScopeProps) {
  return (
    <>
      <Field label="What goes in">
        {(attributes) => (
          <Select
            {...attributes}
            value={form.reach}
            onChange={(event) => onChange({ reach: event.target.value as Reach })}
          >
            {Object.entries(REACH_NAMES).map(([reach, name]) => (
              <option key={reach} value={reach}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {form.reach === 'articles' && <Articles form={form} onChange={onChange} />}
      {form.reach === 'tag' && <Tag form={form} onChange={onChange} />}
      {form.reach === 'around' && <Around form={form} onChange={onChange} />}
      {form.reach === 'saved' && <Saved form={form} onChange={onChange} />}
      {form.reach === 'search' && <Search form={form} onChange={onChange} />}
    </>
  )
}
