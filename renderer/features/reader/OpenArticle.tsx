import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import type { Block } from '@shared/domain/block'
import { type CSSProperties, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { ArticleHeader } from './ArticleHeader'
import { PassageForm } from './annotate/PassageForm'
import { SelectionBar } from './annotate/SelectionBar'
import { useTask } from './annotate/use-task'
import { FindBar } from './find/FindBar'
import { GutterMarks } from './margin/GutterMarks'
import { Margin } from './margin/Margin'
import { Outline } from './Outline'
import { PassagePaint, paintNear, useSpecialMarks } from './PassagePaint'
import styles from './Reader.module.css'
import { ReaderCommands } from './ReaderCommands'
import { ReaderTools, ToolBar } from './ReaderTools'
import { type Reader, ReaderContext } from './reader-context'
import { useReadingSettings } from './reading-settings'
import { ReviewLayer } from './review/ReviewLayer'
import { ReviewContext } from './review/review-context'
import type { ReviewKind } from './review/review-list'
import { useReview } from './review/use-review'
import { NO_FILTER, NO_PASSAGES, type ShownPassages, spansIn } from './shown-passages'
import { useAskedStretch } from './use-asked-stretch'
import { useCaret } from './use-caret'
import { useIsForemost } from './use-is-foremost'
import { usePlaceAtHand } from './use-place-at-hand'
import { useReadingPage } from './use-reading-page'
import { placeIn, useKeptPlace, useReadingPlace } from './use-reading-place'
import { useTextClicks } from './use-text-clicks'
import { CapturedAgainBar } from './versions/CapturedAgainBar'
import { CompareVersions } from './versions/CompareVersions'
import { CorrectText } from './versions/CorrectText'
import { PlaceBar } from './versions/PlaceBar'
import { useHasCorrection } from './versions/use-correction-draft'
import { useUnplaced } from './versions/use-unplaced'
import type { VersionMode } from './versions/VersionTools'

interface OpenArticleProps {
  readonly article: Article
  readonly versionId: Id
  readonly blocks: readonly Block[]
  readonly annotation: Id | undefined
  readonly at: readonly [number, number] | undefined
  readonly review: ReviewKind | undefined
}

/** One version of an article on the page, with everything that can be done to its text. */
export function OpenArticle(props: OpenArticleProps) {
  const { article, versionId, blocks, annotation, at, review: asked } = props
  const frame = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLElement>(null)
  const titleId = useId()
  const [settings, changeSettings] = useReadingSettings()
  const [filter, setFilter] = useState(NO_FILTER)
  const [isFinding, setFinding] = useState(false)
  const [mode, setMode] = useState<VersionMode | null>(useHasCorrection(versionId) ? 'correct' : null)
  const [active, setActive] = useState<Id | null>(null)

  const { view } = useReadableNotebook()
  const kept = useKeptPlace(article.id)
  const page = useReadingPage(scroller, root, blocks, (opened) => {
    paintNear(opened, view, view.by('annotationsByArticle', article.id), versionId, filter)
    const wanted = annotation ? view.find('annotation', annotation) : undefined
    const asked = wanted ? spansIn(wanted, versionId)[0]?.[0] : at?.[0]
    if (asked !== undefined && !opened.isSeen(asked)) opened.reveal(asked)
    const before = placeIn(opened.surface.text, kept)
    if (!annotation && !at && before > 0) opened.reveal(before, 0)
  })
  // What is beside the text follows it by a frame: the text never waits for its tools.
  const [gathered, showPassages] = useState<ShownPassages | null>(null)
  const passages = gathered ?? NO_PASSAGES
  const { task, begin, endTask } = useTask(article.id, versionId, page)
  useSpecialMarks(page, passages, active, task, versionId)
  useUnplaced(article)
  const review = useReview(article, versionId, page, asked)
  const isForemost = useIsForemost(frame)
  useReadingPlace(page, article.id)
  const placeAtHand = usePlaceAtHand(page)
  useAskedStretch(page, at)

  const activate = useCallback(
    (id: Id | null, reveals = true) => {
      setActive(id)
      const wanted = id === null || !reveals ? undefined : view.find('annotation', id)
      const start = wanted && spansIn(wanted, versionId)[0]?.[0]
      if (page && start !== undefined && !page.isSeen(start)) page.reveal(start)
    },
    [page, view, versionId],
  )
  useTextClicks(page, passages, active, activate)
  useEffect(() => {
    if (page && annotation) activate(annotation)
  }, [page, annotation, activate])
  const hadMode = useRef(mode)
  useEffect(() => {
    if (hadMode.current && !mode) page?.surface.root.focus({ preventScroll: true })
    hadMode.current = mode
  }, [page, mode])
  const { size, measure, face, showsMargin } = settings
  const look = `${size} ${measure} ${face} ${showsMargin}`
  const measured = useRef(look)
  useEffect(() => {
    if (measured.current === look) return
    measured.current = look
    page?.refresh()
  }, [page, look])

  const caret = useCaret(page, () => passages.starts[passages.placeOf(active)] ?? page?.firstSeen() ?? 0)
  const reader = useMemo<Reader | null>(
    () =>
      page &&
      gathered && { article, versionId, page, passages: gathered, active, activate, task, begin, endTask },
    [article, versionId, page, gathered, active, activate, task, begin, endTask],
  )
  const sizes = { '--text-size': `${size}px`, '--measure': measure } as CSSProperties

  return (
    <ReaderContext value={reader}>
      <ReviewContext value={review}>
        <section
          ref={frame}
          className={styles.reader}
          aria-label={article.fields.title || 'Untitled article'}
          style={sizes}
          data-face={face}
        >
          <div className={styles.reading} inert={mode !== null}>
            <ToolBar>
              {reader && (
                <ReaderTools
                  article={article}
                  versionId={versionId}
                  showVersions={setMode}
                  settings={settings}
                  changeSettings={changeSettings}
                  filter={filter}
                  setFilter={setFilter}
                  isFinding={isFinding}
                  setFinding={setFinding}
                />
              )}
            </ToolBar>
            {reader && mode === null && (
              <ReaderCommands
                isForemost={isForemost}
                caret={caret}
                find={() => setFinding(true)}
                toggleOutline={() => changeSettings({ showsOutline: !settings.showsOutline })}
              />
            )}
            {page && (
              <PassagePaint
                page={page}
                articleId={article.id}
                versionId={versionId}
                filter={filter}
                show={showPassages}
              />
            )}
            <CapturedAgainBar article={article} versionId={versionId} compare={() => setMode('compare')} />
            {annotation && mode === null && (
              <PlaceBar id={annotation} page={page} versionId={versionId} activate={activate} />
            )}
            {reader && isFinding && <FindBar onClose={() => setFinding(false)} />}
            <div className={styles.body}>
              {settings.showsOutline && (
                <Outline
                  blocks={blocks}
                  page={page}
                  onClose={() => changeSettings({ showsOutline: false })}
                />
              )}
              <div ref={scroller} className={styles.scroller} data-margin={showsMargin}>
                <div className={styles.column}>
                  <ArticleHeader article={article} titleId={titleId} />
                  <div className={styles.page}>
                    <article
                      ref={root}
                      className={styles.text}
                      tabIndex={0}
                      aria-labelledby={titleId}
                      lang={article.fields.lang ?? undefined}
                      dir={article.fields.dir ?? 'auto'}
                    />
                    {blocks.length === 0 && <p className={styles.empty}>This article has no text.</p>}
                    {reader && (
                      <>
                        <GutterMarks />
                        {caret.box && (
                          <span
                            className={styles.caret}
                            style={{ left: caret.box.left, top: caret.box.top, height: caret.box.height }}
                          />
                        )}
                        {task ? (
                          <PassageForm
                            key={`${task.kind} ${task.annotation ?? task.spans.join()}`}
                            task={task}
                          />
                        ) : (
                          <SelectionBar />
                        )}
                        {showsMargin && <Margin isFiltered={filter !== NO_FILTER} />}
                      </>
                    )}
                  </div>
                </div>
              </div>
            </div>
            {reader && mode === null && <ReviewLayer isForemost={isForemost} />}
          </div>
          {mode === 'correct' && (
            <CorrectText
              article={article}
              versionId={versionId}
              blocks={blocks}
              place={placeAtHand() ?? kept}
              onClose={() => setMode(null)}
            />
          )}
          {mode === 'compare' && (
            <CompareVersions article={article} versionId={versionId} onClose={() => setMode(null)} />
          )}
        </section>
      </ReviewContext>
    </ReaderContext>
  )
}
