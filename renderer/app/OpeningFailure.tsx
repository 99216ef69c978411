import { EmptyState } from '@renderer/ui/EmptyState'

/** What is shown when the notebook could not be opened; nothing was changed. */
export function OpeningFailure({ sentence }: { sentence: string }) {
  return (
    <EmptyState title="The notebook was not opened">
      <p role="alert">{sentence}</p>
      <p>Nothing was changed.</p>
    </EmptyState>
  )
}
