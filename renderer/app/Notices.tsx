import { useNotices } from '@renderer/storage/queries/save-state'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { useState } from 'react'

/** What was found wrong in the store or the journal and mended, in sentences, until it is put away. */
export function Notices() {
  const notices = useNotices()
  const [seen, setSeen] = useState(0)
  if (notices.length <= seen) return null
  return (
    <Callout
      tone="warning"
      actions={
        <Button size="small" look="quiet" onClick={() => setSeen(notices.length)}>
          Put away
        </Button>
      }
    >
      {notices.slice(seen).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Callout>
  )
}
