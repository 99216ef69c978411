import { type Id, newId } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import { create } from '@shared/changes/compose'
import type { WorkflowContext } from './workflow-context'

/** An editor state with one empty paragraph. */
export const EMPTY_CONTENT: Json = {
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        textFormat: 0,
        textStyle: '',
        children: [],
      },
    ],
  },
}

/** Makes an empty note and gives its id. */
export async function createNote({ notebook }: WorkflowContext, title = ''): Promise<Id> {
  const id = newId()
  await notebook.commit('create-note', [
    create('note', id, { title, content: EMPTY_CONTENT, private: false }),
  ])
  return id
}
