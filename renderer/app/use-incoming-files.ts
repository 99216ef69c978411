import { useIncoming } from '@renderer/navigation/incoming'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce, runTask } from '@renderer/navigation/tasks'
import { type AddedFiles, addFiles, addPasted } from '@renderer/workflows/add-files'
import { describePlacing } from '@renderer/workflows/describe-placing'
import type { ImportedArticle } from '@renderer/workflows/import-article'
import { takeOpenedFiles } from '@renderer/workflows/open-files'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { OpenedFile } from '@shared/host/host-api'
import { useCallback, useEffect, useState } from 'react'

async function readFiles(list: FileList): Promise<OpenedFile[]> {
  return Promise.all(
    [...list].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

function describeOne({ title, isNew, version }: ImportedArticle): string {
  if (isNew) return `Captured “${title}”.`
  if (!version) return `“${title}” was here already.`
  return `“${title}” was here already: this is its new version. ${describePlacing(version)}`.trim()
}

const count = (number: number, one: string, many: string): string =>
  number === 0 ? '' : number === 1 ? one : `${number} ${many}`

function describe({ articles }: AddedFiles): string {
  if (articles.length === 1) return describeOne(articles[0] as ImportedArticle)
  const fresh = articles.filter(({ isNew }) => isNew).length
  const again = articles.filter(({ version }) => version !== null).length
  return [
    count(fresh, 'Captured one article.', 'articles captured.'),
    count(again, 'One is a new version of an article.', 'are new versions of articles.'),
    count(articles.length - fresh - again, 'One was here already.', 'were here already.'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Takes in files wherever they come from; returns how. */
export function useAddFiles(): (files: readonly OpenedFile[]) => Promise<void> {
  const add = useWorkflow(addFiles)
  const open = useNavigation((state) => state.open)
  return useCallback(
    async (files) => {
      if (files.length === 0) return
      const title = files.length === 1 ? `Reading ${files[0]?.name}` : `Reading ${files.length} files`
      const added = await runTask(title, (progress, signal) => add(files, progress, signal))
      announce(describe(added))
      useIncoming.getState().receive(added.bundles, added.failures)
      const only = added.articles[0]
      if (only && added.articles.length === 1) open({ view: 'article', id: only.id })
      else if (added.failures.length + added.articles.length > 0) open({ view: 'library' })
    },
    [add, open],
  )
}

/** Files dropped anywhere, text pasted outside of fields, files opened from the system. True while something is dragged over. */
export function useIncomingFiles(): boolean {
  const [isDropping, setIsDropping] = useState(false)
  const add = useAddFiles()
  const paste = useWorkflow(addPasted)
  const watchOpened = useWorkflow(takeOpenedFiles)
  const open = useNavigation((state) => state.open)
  useEffect(() => watchOpened(add), [watchOpened, add])
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsDropping(event.type === 'dragover')
    }
    const onDrop = async (event: DragEvent) => {
      if (!event.dataTransfer?.files.length) return
      event.preventDefault()
      setIsDropping(false)
      await add(await readFiles(event.dataTransfer.files))
    }
    const onPaste = async (event: ClipboardEvent) => {
      if (isTyping(event.target) || !event.clipboardData) return
      event.preventDefault()
      if (event.clipboardData.files.length > 0) return add(await readFiles(event.clipboardData.files))
      const kept = await paste({
        html: event.clipboardData.getData('text/html'),
        text: event.clipboardData.getData('text/plain'),
      })
      if (!kept.ok) return useIncoming.getState().receive([], [kept.error.message])
      announce(describeOne(kept.value))
      open({ view: 'article', id: kept.value.id })
    }
    const listeners = { dragover: onDrag, dragleave: onDrag, drop: onDrop, paste: onPaste }
    for (const [type, listener] of Object.entries(listeners))
      window.addEventListener(type, listener as EventListener)
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        window.removeEventListener(type, listener as EventListener)
    }
  }, [add, paste, open])
  return isDropping
}
