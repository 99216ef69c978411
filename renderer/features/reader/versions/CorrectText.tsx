import { type ArticleEditing, ArticleEditor } from '@renderer/editor/ArticleEditor'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { createVersion } from '@renderer/workflows/create-version'
import { describePlacing } from '@renderer/workflows/describe-placing'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { type Block, blocksToText } from '@shared/domain/block'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type Place, placeIn } from '../use-reading-place'
import { useCorrectionDraft } from './use-correction-draft'
import styles from './Versions.module.css'

interface CorrectTextProps {
  readonly article: Article
  readonly versionId: Id
  readonly blocks: readonly Block[]
  /** Where one was in the text that is shown. */
  readonly place: Place
  readonly onClose: () => void
}

/** The text of an article to correct. Saving makes a new version; the old one stays as it was. */
export function CorrectText({ article, versionId, blocks, place, onClose }: CorrectTextProps) {
  const editing = useRef<ArticleEditing | null>(null)
  const draft = useCorrectionDraft(versionId, blocks, () => editing.current?.read())
  const [at] = useState(() => placeIn(blocksToText(draft.start), place))
  const discard = () => {
    draft.drop()
    onClose()
  }
  const hasChanged = () => {
    const corrected = editing.current?.read()
    return corrected !== undefined && JSON.stringify(corrected) !== JSON.stringify(blocks)
  }
  const leave = () => {
    if (!hasChanged()) return discard()
    draft.keep()
    onClose()
    announce('Your correction is kept: correct the text again to go on with it.')
  }
  const create = useWorkflow(createVersion)
  const open = useNavigation((state) => state.open)
  const [state, setState] = useState<{ readonly isSaving: boolean; readonly fault: string | null }>({
    isSaving: false,
    fault: null,
  })
  const save = async () => {
    const corrected = editing.current?.read()
    if (!corrected || state.isSaving) return
    if (!hasChanged()) return discard()
    setState({ isSaving: true, fault: null })
    const outcome = await create(article.id, { blocks: corrected, reason: 'corrected' })
    if (!outcome.ok) return setState({ isSaving: false, fault: outcome.error.message })
    draft.drop()
    announce(
      outcome.value
        ? `Saved as a new version. ${describePlacing(outcome.value)}`.trim()
        : 'Nothing was changed.',
    )
    onClose()
    open({ view: 'article', id: article.id })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.correct} onKeyDownCapture={onKeyDown}>
      <div className={styles.bar}>
        <p>Correcting makes a new version; the one you have stays, and passages are found again.</p>
        <Button look="quiet" size="small" onClick={discard}>
          Discard
        </Button>
        <Button look="quiet" size="small" onClick={leave}>
          Go on later
        </Button>
        <Button look="primary" size="small" disabled={state.isSaving} onClick={() => void save()}>
          {state.isSaving ? 'Finding passages again …' : 'Save new version'}
        </Button>
      </div>
      {state.fault && <Callout tone="danger">{state.fault}</Callout>}
      <ArticleEditor
        blocks={draft.start}
        at={at}
        onChange={draft.onChange}
        label={`Text of ${article.fields.title || 'the article'}`}
        lang={article.fields.lang}
        dir={article.fields.dir}
        editing={editing}
      />
    </div>
  )
}
