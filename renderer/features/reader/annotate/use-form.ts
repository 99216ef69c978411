import { announce } from '@renderer/navigation/tasks'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { Created, SelectedPassage } from '@renderer/workflows/create-annotation'
import type { Json } from '@shared/base/json'
import type { Annotation } from '@shared/domain/annotation'
import { useState } from 'react'
import { type PassageTask, useReader } from '../reader-context'
import { useDraftKeeper } from './use-task'

interface PassageFormState<Fields> {
  readonly fields: Fields
  readonly set: (change: Partial<Fields>) => void
  /** The passage as it was selected. */
  readonly passage: SelectedPassage
  /** The annotation that is being changed, if it is not a fresh selection. */
  readonly annotation: Annotation | undefined
  /** Closes the form after its work, and says what was done. */
  readonly finish: (created: Created | null, words: string) => void
  readonly cancel: () => void
}

/** What all passage forms share: fields that are kept as a draft while they are typed, and how the form ends. */
export function useForm<Fields extends object>(
  task: PassageTask,
  initial: (annotation: Annotation | undefined) => Fields,
): PassageFormState<Fields> {
  const { article, versionId, page, activate, endTask } = useReader()
  const { view } = useReadableNotebook()
  const keep = useDraftKeeper(article.id, task)
  const annotation = task.annotation ? view.find('annotation', task.annotation) : undefined
  const [fields, setFields] = useState<Fields>(() => ({
    ...initial(annotation),
    ...(task.typed as Partial<Fields> | null),
  }))
  return {
    fields,
    set(change) {
      const next = { ...fields, ...change }
      setFields(next)
      keep(next as Json)
    },
    passage: { articleId: article.id, versionId, text: page.surface.text, spans: task.spans },
    annotation,
    finish(created, words) {
      endTask()
      if (created) activate(annotation?.id ?? created.id, false)
      announce(words)
    },
    cancel: endTask,
  }
}
