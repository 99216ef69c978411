import { readSelection } from '@renderer/anchoring/read-selection'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useCommands } from '@renderer/navigation/commands'
import { announce } from '@renderer/navigation/tasks'
import { useRecord } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Keys } from '@renderer/ui/Keys'
import { letPassageGo, placePassage } from '@renderer/workflows/settle-placement'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import { isPlaced, passageText, placementIn } from '@shared/domain/annotation'
import { useState } from 'react'
import styles from './Versions.module.css'

interface PlaceBarProps {
  readonly id: Id
  readonly page: ReadingPage | null
  readonly versionId: Id
  readonly activate: (id: Id | null, reveals?: boolean) => void
}

/** Asks where a passage stands that was followed to this version and has no place in it. */
export function PlaceBar({ id, page, versionId, activate }: PlaceBarProps) {
  const annotation = useRecord('annotation', id)
  const place = useWorkflow(placePassage)
  const letGo = useWorkflow(letPassageGo)
  const [putAway, setPutAway] = useState<Id | null>(null)
  const isMissing =
    putAway !== id && annotation !== undefined && !isPlaced(placementIn(annotation, versionId))
  const placeHere = () => {
    const span = page && readSelection(page.surface)
    if (!span) return announce('Select where the passage stands first.')
    void place(id, versionId, span)
    activate(id, false)
    announce('Placed. Ctrl Z takes it back.')
  }
  useCommands(
    isMissing
      ? [
          {
            id: 'passage.place',
            title: 'Place the passage here',
            keys: 'p',
            group: 'Passage',
            run: placeHere,
          },
        ]
      : [],
  )
  if (!isMissing) return null
  const words = passageText(annotation)
  return (
    <div className={styles.place} role="status">
      <p>
        “{words.length > 120 ? `${words.slice(0, 120)} …` : words}” has no place in this version. Select where
        it stands now, then:
      </p>
      <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={placeHere}>
        Place it here <Keys keys="p" />
      </Button>
      <Button
        size="small"
        onClick={() => {
          void letGo(id, versionId)
          announce('Let go: the passage stays with the older version. Ctrl Z takes it back.')
        }}
      >
        Let it go
      </Button>
      <Button size="small" look="quiet" onClick={() => setPutAway(id)}>
        Later
      </Button>
    </div>
  )
}
