import { runCommand } from '@renderer/navigation/commands'
import { Button } from '@renderer/ui/Button'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Keys } from '@renderer/ui/Keys'
import { BookOpen, FolderOpen } from 'lucide-react'

/** The invitation of an empty notebook. */
export function EmptyLibrary() {
  return (
    <EmptyState
      title="Begin with an article"
      actions={
        <>
          <Button look="primary" onClick={() => runCommand('file.open')}>
            <FolderOpen size={15} aria-hidden="true" />
            Open files
          </Button>
          <Button onClick={() => runCommand('file.sample')}>
            <BookOpen size={15} aria-hidden="true" />
            Open the sample notebook
          </Button>
        </>
      }
    >
      <p>
        Drop a file here, paste an article with <Keys keys="$mod+v" />, or open one from your disk: web pages,
        Word files, e-books, text and Markdown, or a bundle from a colleague. Everything stays on this
        machine.
      </p>
    </EmptyState>
  )
}
