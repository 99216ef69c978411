import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Select, TextInput } from '@renderer/ui/Field'
import { ListAndPage } from '@renderer/ui/ListAndPage'
import { Pick, PickList } from '@renderer/ui/PickList'
import { ENTITY_TYPES, type Entity, type EntityType } from '@shared/domain/entity'
import { describeKind } from '@shared/notebook/describe'
import { findEntity } from '@shared/notebook/find-entity'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { listEntities, saidBy } from '@shared/notebook/people'
import { rankEntities } from '@shared/notebook/rank-entities'
import { useState } from 'react'
import { LookAlikes } from './LookAlikes'
import styles from './People.module.css'
import { PersonPage } from './PersonPage'
import { TYPE_NAMES } from './type-names'

interface PeopleFilter {
  readonly words: string
  readonly type: EntityType | null
}

function listPeople(view: NotebookView, { words, type }: PeopleFilter): readonly Entity[] {
  if (words.trim() !== '')
    return rankEntities(view, words, Number.POSITIVE_INFINITY, type ? [type] : undefined)
  return listEntities(view)
    .filter(({ fields }) => type === null || fields.entityType === type)
    .sort((a, b) => a.fields.name.localeCompare(b.fields.name))
}

function PeopleTools({ filter, set }: { filter: PeopleFilter; set: (filter: PeopleFilter) => void }) {
  return (
    <>
      <TextInput
        type="search"
        aria-label="Filter people"
        placeholder="Name, other name or role"
        value={filter.words}
        onChange={(event) => set({ ...filter, words: event.target.value })}
      />
      <Select
        aria-label="Which kind"
        value={filter.type ?? ''}
        onChange={(event) => set({ ...filter, type: (event.target.value || null) as EntityType | null })}
      >
        <option value="">All kinds</option>
        {ENTITY_TYPES.map((type) => (
          <option key={type} value={type}>
            {TYPE_NAMES[type].many}
          </option>
        ))}
      </Select>
    </>
  )
}

function PeopleList({ filter, current }: { filter: PeopleFilter; current: string | undefined }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  return (
    <PickList label="People" nothing="Nobody of that name.">
      {listPeople(view, filter).map((entity) => {
        const quotes = saidBy(view, entity.id).length
        return (
          <Pick
            key={entity.id}
            isCurrent={entity.id === current}
            onPick={() => open({ view: 'people', id: entity.id })}
          >
            <span className={styles.name} dir="auto">
              {entity.fields.name}
            </span>
            <span className={styles.about}>
              {entity.fields.role ?? describeKind(entity)}
              {quotes > 0 && ` · ${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`}
            </span>
          </Pick>
        )
      })}
    </PickList>
  )
}

/** The people, organisations, places, events and works of the notebook, and the page of one of them. */
export function PeopleView({ route }: { readonly route: Extract<Route, { view: 'people' }> }) {
  const view = useNotebookView()
  const [filter, setFilter] = useState<PeopleFilter>({ words: '', type: null })
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
    <ListAndPage
      title="People"
      listLabel="All people"
      tools={<PeopleTools filter={filter} set={setFilter} />}
      list={
        <>
          <LookAlikes />
          <PeopleList filter={filter} current={entity?.id} />
        </>
      }
    >
      {entity ? (
        <PersonPage key={entity.id} entity={entity} />
      ) : (
        <EmptyState heading="h2" title="Choose a name">
          Their quotes and claims are shown here.
        </EmptyState>
      )}
    </ListAndPage>
  )
}
