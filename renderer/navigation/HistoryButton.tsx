import { Button } from '@renderer/ui/Button'
import { IconButton } from '@renderer/ui/IconButton'
import type { Id } from '@shared/base/ids'
import { History } from 'lucide-react'
import { useNavigation } from './navigation-store'

/** Opens the history of something: with its word, or as an icon among icons. */
export function HistoryButton({ id, isIcon = false }: { readonly id: Id; readonly isIcon?: boolean }) {
  const open = useNavigation((state) => state.open)
  const show = () => open({ view: 'history', id })
  if (isIcon) return <IconButton icon={History} label="History" keys="Alt H" onClick={show} />
  return (
    <Button look="quiet" size="small" onClick={show}>
      <History size={13} aria-hidden="true" />
      History
    </Button>
  )
}
