import { selectSpan } from '@renderer/anchoring/read-selection'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useLocalSettings } from '@renderer/storage/queries/local'
import type { Id } from '@shared/base/ids'
import { useCallback, useEffect, useState } from 'react'
import type { PassageTask } from '../reader-context'

const keyOf = (articleId: Id) => `draft:${articleId}`

interface OpenTask {
  readonly task: PassageTask | null
  readonly begin: (task: PassageTask) => void
  readonly endTask: () => void
}

/** The form that is open at a passage. It is kept as a draft from the start, so a reload opens it again. */
export function useTask(articleId: Id, versionId: Id, page: ReadingPage | null): OpenTask {
  const local = useLocalSettings()
  const [task, setTask] = useState<PassageTask | null>(null)
  useEffect(() => {
    const draft = local.get<PassageTask | null>(keyOf(articleId))
    if (!page || draft?.versionId !== versionId) return
    setTask(draft)
    const start = draft.spans[0]?.[0] ?? 0
    if (!page.isSeen(start)) page.reveal(start)
  }, [local, articleId, versionId, page])
  const begin = useCallback(
    (opened: PassageTask) => {
      local.set(keyOf(articleId), opened)
      setTask(opened)
    },
    [local, articleId],
  )
  const endTask = useCallback(() => {
    local.set(keyOf(articleId), null)
    setTask((ended) => {
      const span = ended?.spans[0]
      if (page && span) {
        page.surface.root.focus({ preventScroll: true })
        selectSpan(page.surface, span)
      }
      return null
    })
  }, [local, articleId, page])
  return { task, begin, endTask }
}

/** Keeps what is typed into the open form, a moment behind the keys. */
export function useDraftKeeper(articleId: Id, task: PassageTask): (typed: PassageTask['typed']) => void {
  const local = useLocalSettings()
  return useCallback((typed) => local.set(keyOf(articleId), { ...task, typed }), [local, articleId, task])
}
