import { createContext, useContext } from 'react'
import type { Notebook } from '../notebook'

/** What views may see of a notebook: nothing that writes records. */
export type ReadableNotebook = Pick<
  Notebook,
  'view' | 'contributor' | 'saveState' | 'undoState' | 'notices' | 'local' | 'blocksOf' | 'history'
>

export const ReadableNotebookContext = createContext<ReadableNotebook | null>(null)

/** The notebook around this view. */
export function useReadableNotebook(): ReadableNotebook {
  const notebook = useContext(ReadableNotebookContext)
  if (!notebook) throw new Error('The notebook was read outside NotebookProvider.')
  return notebook
}
