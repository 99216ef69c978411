import { TextArea } from '@renderer/ui/Field'
import { createAnnotation } from '@renderer/workflows/create-annotation'
import { commentAnnotation } from '@renderer/workflows/edit-annotation'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { PassageTask } from '../reader-context'
import { FormFrame } from './FormFrame'
import { useForm } from './use-form'

/** A comment on a passage. */
export function CommentForm({ task }: { task: PassageTask }) {
  const { fields, set, passage, annotation, finish, cancel } = useForm(task, (existing) => ({
    comment: existing?.fields.comment ?? '',
  }))
  const create = useWorkflow(createAnnotation)
  const change = useWorkflow(commentAnnotation)
  const save = () => {
    const comment = fields.comment.trim()
    if (annotation) {
      finish({ id: annotation.id, saved: change(annotation, comment) }, 'Comment saved')
    } else {
      finish(create(passage, { motivation: 'commenting', color: 'teal', comment }), 'Comment saved')
    }
  }
  return (
    <FormFrame
      label="Comment"
      save={save}
      cancel={cancel}
      canSave={annotation !== undefined || fields.comment.trim() !== ''}
    >
      <TextArea
        aria-label="Comment"
        dir="auto"
        rows={3}
        value={fields.comment}
        placeholder="What is there to say about it"
        onChange={(event) => set({ comment: event.target.value })}
      />
    </FormFrame>
  )
}
