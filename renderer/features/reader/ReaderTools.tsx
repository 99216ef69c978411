import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { useIndex } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Button } from '@renderer/ui/Button'
import { Select } from '@renderer/ui/Field'
import { IconButton } from '@renderer/ui/IconButton'
import { tagsOf } from '@shared/domain/member-fields'
import { findEntity } from '@shared/notebook/find-entity'
import {
  AArrowDown,
  AArrowUp,
  FoldHorizontal,
  ListTree,
  PanelRight,
  Search,
  Type,
  UnfoldHorizontal,
} from 'lucide-react'
import { useMemo } from 'react'
import styles from './Reader.module.css'
import { useReader } from './reader-context'
import { MEASURES, type ReadingSettings, SIZES } from './reading-settings'
import { ReviewTool } from './review/ReviewTool'
import { NO_FILTER, PASSAGE_KINDS, type PassageFilter, type PassageKind } from './shown-passages'
import { useAfterPaint } from './use-after-paint'
import { type VersionMode, VersionTools } from './versions/VersionTools'

interface ReaderToolsProps {
  readonly showVersions: (mode: VersionMode) => void
  readonly settings: ReadingSettings
  readonly changeSettings: (change: Partial<ReadingSettings>) => void
  readonly filter: PassageFilter
  readonly setFilter: (filter: PassageFilter) => void
  readonly isFinding: boolean
  readonly setFinding: (isFinding: boolean) => void
}

const within = (value: number, { least, most }: { least: number; most: number }) =>
  Math.min(most, Math.max(least, value))

/** The few tools of the view: outline, find, type, versions, margin and its filter. */
export function ReaderTools(props: ReaderToolsProps) {
  const { settings, changeSettings, isFinding, setFinding } = props
  const { size, measure, face, showsMargin, showsOutline } = settings
  const { article } = useReader()
  return (
    <div className={styles.tools} role="toolbar" aria-label="Reading">
      <IconButton
        icon={ListTree}
        label="Outline"
        pressed={showsOutline}
        onClick={() => changeSettings({ showsOutline: !showsOutline })}
      />
      <IconButton
        icon={Search}
        label="Find in article"
        keys="Ctrl F"
        pressed={isFinding}
        onClick={() => setFinding(!isFinding)}
      />
      <span className={styles.parting} />
      <IconButton
        icon={AArrowDown}
        label="Smaller text"
        onClick={() => changeSettings({ size: within(size - 1, SIZES) })}
      />
      <IconButton
        icon={AArrowUp}
        label="Larger text"
        onClick={() => changeSettings({ size: within(size + 1, SIZES) })}
      />
      <IconButton
        icon={FoldHorizontal}
        label="Narrower column"
        onClick={() => changeSettings({ measure: within(measure - 4, MEASURES) })}
      />
      <IconButton
        icon={UnfoldHorizontal}
        label="Wider column"
        onClick={() => changeSettings({ measure: within(measure + 4, MEASURES) })}
      />
      <IconButton
        icon={Type}
        label="Sans serif"
        pressed={face === 'sans'}
        onClick={() => changeSettings({ face: face === 'sans' ? 'serif' : 'sans' })}
      />
      <span className={styles.spring} />
      <ReviewTool />
      <HistoryButton id={article.id} isIcon />
      <VersionTools show={props.showVersions} />
      <Filter filter={props.filter} setFilter={props.setFilter} />
      <IconButton
        icon={PanelRight}
        label="Margin"
        pressed={showsMargin}
        onClick={() => changeSettings({ showsMargin: !showsMargin })}
      />
    </div>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

function Choices({
  label,
  any,
  value,
  choices,
  onChoose,
}: {
  label: string
  any: string
  value: string | null
  choices: readonly Choice[]
  onChoose: (value: string | null) => void
}) {
  if (choices.length === 0) return null
  return (
    <Select
      aria-label={label}
      className={styles.choice}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value || null)}
    >
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  )
}

function useTagChoices(): readonly Choice[] {
  const { view } = useReadableNotebook()
  const { article } = useReader()
  const annotations = useAfterPaint(useIndex('annotationsByArticle', article.id))
  return useMemo(() => {
    const ids = new Set(annotations.flatMap(tagsOf))
    return [...ids]
      .flatMap((id) => view.find('tag', id) ?? [])
      .map(({ id, fields }) => ({ value: id, label: fields.label }))
      .sort((a, b) => a.label.localeCompare(b.label))
  }, [view, annotations])
}

function useSpeakerChoices(): readonly Choice[] {
  const { view } = useReadableNotebook()
  const { article } = useReader()
  const quotes = useAfterPaint(useIndex('quotesByArticle', article.id))
  return useMemo(() => {
    const ids = new Set(quotes.flatMap(({ fields }) => fields.speakerId ?? []))
    return [...ids]
      .map((id) => ({ value: id, label: findEntity(view, id)?.fields.name ?? '' }))
      .filter(({ label }) => label !== '')
      .sort((a, b) => a.label.localeCompare(b.label))
  }, [view, quotes])
}

const KIND_CHOICES: readonly Choice[] = Object.entries(PASSAGE_KINDS).map(([value, label]) => ({
  value,
  label: `${label}s`,
}))

/** Which passages are shown, in the margin and in the text. */
function Filter({
  filter,
  setFilter,
}: {
  filter: PassageFilter
  setFilter: (filter: PassageFilter) => void
}) {
  const { article } = useReader()
  const tags = useTagChoices()
  const speakers = useSpeakerChoices()
  const annotations = useIndex('annotationsByArticle', article.id)
  if (annotations.length === 0) return null
  const set = (change: Partial<PassageFilter>) => {
    const next = { ...filter, ...change }
    setFilter(next.kind || next.tag || next.speaker ? next : NO_FILTER)
  }
  return (
    <fieldset className={styles.filter} aria-label="Which passages are shown">
      <Choices
        label="Kind of passage"
        any="All passages"
        value={filter.kind}
        choices={KIND_CHOICES}
        onChoose={(kind) => set({ kind: kind as PassageKind | null })}
      />
      <Choices label="Tag" any="Any tag" value={filter.tag} choices={tags} onChoose={(tag) => set({ tag })} />
      <Choices
        label="Speaker"
        any="Any speaker"
        value={filter.speaker}
        choices={speakers}
        onChoose={(speaker) => set({ speaker })}
      />
      {filter !== NO_FILTER && (
        <Button look="quiet" size="small" onClick={() => setFilter(NO_FILTER)}>
          Show all
        </Button>
      )}
    </fieldset>
  )
}
