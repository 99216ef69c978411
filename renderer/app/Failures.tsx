import { useIncoming } from '@renderer/navigation/incoming'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'

/** What of the files and pastes could not be captured, a sentence each, wherever one is, until it is put away. */
export function Failures() {
  const { failures, clearFailures } = useIncoming()
  if (failures.length === 0) return null
  return (
    <Callout
      tone="danger"
      actions={
        <Button size="small" look="quiet" onClick={clearFailures}>
          Put away
        </Button>
      }
    >
      {failures.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Callout>
  )
}
