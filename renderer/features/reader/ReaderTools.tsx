import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Button } from '@renderer/ui/Button'
import { Select } from '@renderer/ui/Field'
import { IconButton } from '@renderer/ui/IconButton'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
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
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import styles from './Reader.module.css'
import { MEASURES, type ReadingSettings, SIZES } from './reading-settings'
import { ReviewTool } from './review/ReviewTool'
import { NO_FILTER, PASSAGE_KINDS, type PassageFilter, type PassageKind } from './shown-passages'
import { afterPaint, useReadingAfterPaint } from './use-after-paint'
import { type VersionMode, VersionTools } from './versions/VersionTools'

interface ReaderToolsProps {
  readonly article: Article
  readonly versionId: Id
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

/** How high the tools were when they were last looked at, in pixels: they take as much room before they are there. */
let height = 0

/** The room of the tools above the text. */
export function ToolBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  const [room] = useState(height)
  useEffect(() => {
    if (bar.current && children)
      return afterPaint(() => {
        height = bar.current?.offsetHeight ?? 0
      })
  })
  return (
    <div
      ref={bar}
      className={styles.tools}
      style={children ? undefined : { minHeight: room }}
      role="toolbar"
      aria-label="Reading"
    >
      {children}
    </div>
  )
}

/** The few tools of the view: outline, find, type, versions, margin and its filter. */
export const ReaderTools = memo(function ReaderTools(props: ReaderToolsProps) {
  const { article, settings, changeSettings, isFinding, setFinding } = props
  const { size, measure, face, showsMargin, showsOutline } = settings
  return (
    <>
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
      <VersionTools article={article} versionId={props.versionId} show={props.showVersions} />
      <Filter articleId={article.id} filter={props.filter} setFilter={props.setFilter} />
      <IconButton
        icon={PanelRight}
        label="Margin"
        pressed={showsMargin}
        onClick={() => changeSettings({ showsMargin: !showsMargin })}
      />
    </>
  )
})

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

function useTagChoices(articleId: Id): readonly Choice[] {
  const { view } = useReadableNotebook()
  const annotations = useReadingAfterPaint((all) => all.by('annotationsByArticle', articleId))
  return useMemo(() => {
    const ids = new Set(annotations.flatMap(tagsOf))
    return [...ids]
      .flatMap((id) => view.find('tag', id) ?? [])
      .map(({ id, fields }) => ({ value: id, label: fields.label }))
      .sort((a, b) => a.label.localeCompare(b.label))
  }, [view, annotations])
}

function useSpeakerChoices(articleId: Id): readonly Choice[] {
  const { view } = useReadableNotebook()
  const quotes = useReadingAfterPaint((all) => all.by('quotesByArticle', articleId))
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
  articleId,
  filter,
  setFilter,
}: {
  articleId: Id
  filter: PassageFilter
  setFilter: (filter: PassageFilter) => void
}) {
  const tags = useTagChoices(articleId)
  const speakers = useSpeakerChoices(articleId)
  const hasAny = useReadingAfterPaint((view) => view.by('annotationsByArticle', articleId).length > 0)
  if (!hasAny) return null
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
