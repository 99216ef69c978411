import { EmptyState } from '@renderer/ui/EmptyState'

/** Shown while a large notebook is read, or rebuilt from its journal; `total` is 0 while unknown. */
export function Opening({ done, total }: { done: number; total: number }) {
  return (
    <EmptyState title="Opening the notebook">
      <progress aria-label="Opening the notebook" {...(total > 0 ? { value: done, max: total } : {})} />
    </EmptyState>
  )
}
