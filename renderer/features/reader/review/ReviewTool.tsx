import { Button } from '@renderer/ui/Button'
import { isDoubtful } from '@shared/quotes/waiting-suggestions'
import { useReviewing } from './review-context'

/** How many suggested quotes wait, and the way to them. */
export function ReviewTool() {
  const { waiting, kind, begin, leave } = useReviewing()
  const sure = waiting.quotes.filter((quote) => !isDoubtful(quote)).length
  if (sure + waiting.claims.length === 0 && !kind) return null
  return (
    <Button
      size="small"
      look="quiet"
      title="Review suggestions (R)"
      aria-pressed={kind !== null}
      onClick={() => (kind ? leave() : begin(sure > 0 ? 'quotes' : 'claims'))}
    >
      {sure > 0 ? `Review ${sure} ${sure === 1 ? 'quote' : 'quotes'}` : 'Review'}
    </Button>
  )
}
