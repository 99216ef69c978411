import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { EmptyState } from '@renderer/ui/EmptyState'
import { TextInput } from '@renderer/ui/Field'
import { describeKind } from '@shared/notebook/describe'
import { findEntity } from '@shared/notebook/find-entity'
import { foldForSearch } from '@shared/notebook/find-records'
import { listEntities, saidBy } from '@shared/notebook/people'
import { useState } from 'react'
import { LookAlikes } from './LookAlikes'
import styles from './People.module.css'
import { PersonPage } from './PersonPage'

function PeopleList({ current }: { current: string | undefined }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const [words, setWords] = useState('')
  const wanted = foldForSearch(words)
  const people = listEntities(view)
    .filter(({ fields }) =>
      foldForSearch([fields.name, ...fields.aliases, fields.role ?? ''].join(' ')).includes(wanted),
    )
    .sort((a, b) => a.fields.name.localeCompare(b.fields.name))
  return (
    <>
      <header className={styles.sideHeader}>
        <h1>People</h1>
        <TextInput
          type="search"
          aria-label="Filter people"
          placeholder="Filter"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </header>
      <LookAlikes />
      <ul className={styles.list}>
        {people.map((entity) => {
          const quotes = saidBy(view, entity.id).length
          return (
            <li key={entity.id}>
              <button
                type="button"
                className={styles.item}
                aria-current={entity.id === current ? 'true' : undefined}
                onClick={() => open({ view: 'people', id: entity.id })}
              >
                <span className={styles.name} dir="auto">
                  {entity.fields.name}
                </span>
                <span className={styles.about}>
                  {entity.fields.role ?? describeKind(entity)}
                  {quotes > 0 && ` · ${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The people, organisations, places, events and works of the notebook, and the page of one of them. */
export function PeopleView({ route }: { readonly route: Extract<Route, { view: 'people' }> }) {
  const view = useNotebookView()
  const entity = route.id ? findEntity(view, route.id) : undefined
  if (view.all('entity').length === 0) {
    return (
      <EmptyState title="People">
        Everybody who is quoted has a page here: all that they said, in order of time, with the claims they
        made. Mark a quote in an article to begin.
      </EmptyState>
    )
  }
  return (
    <section className={styles.people} aria-label="People">
      <aside className={styles.side} aria-label="All people" data-pane-part>
        <PeopleList current={entity?.id} />
      </aside>
      <div className={styles.page} data-pane-part>
        {entity ? (
          <PersonPage key={entity.id} entity={entity} />
        ) : (
          <EmptyState heading="h2" title="Choose a name">
            Their quotes and claims are shown here.
          </EmptyState>
        )}
      </div>
    </section>
  )
}
