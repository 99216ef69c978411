import { findSuggestionsInWorker } from '@renderer/workers/find-suggestions'
import { describePassage, type Selector } from '@shared/anchoring/selector'
import type { QuoteKind } from '@shared/domain/quote'
import type { FoundQuote, Span } from '@shared/quotes/found-quote'
import { useEffect, useRef } from 'react'

/** What the program found out about the words that were selected. */
export interface QuoteHint {
  readonly speaker: string
  readonly role: string | null
  readonly speakerType: 'person' | 'organisation'
  readonly quoteKind: QuoteKind
  readonly source: Selector | null
  readonly cue: Selector | null
}

/** In long texts only this many characters on either side of the passage are looked at. */
const AROUND = 60_000

function overlap([start, end]: Span, from: number, to: number): number {
  return Math.max(0, Math.min(end, to) - Math.max(start, from))
}

function hintOf(found: FoundQuote, text: string, shift: number): QuoteHint | null {
  if (!found.speaker) return null
  const describe = (span: Span | null) => span && describePassage(text, span[0] + shift, span[1] + shift)
  return {
    speaker: found.speaker,
    role: found.speakerRole ?? null,
    speakerType: found.speakerKind ?? 'person',
    quoteKind: found.kind,
    source: describe(found.speakerSpan),
    cue: describe(found.cueSpan),
  }
}

async function findHint(
  text: string,
  lang: string | null,
  start: number,
  end: number,
): Promise<QuoteHint | null> {
  const from = start < AROUND ? 0 : text.lastIndexOf('\n', start - AROUND) + 1
  const { quotes } = await findSuggestionsInWorker(text.slice(from, end + AROUND), lang)
  const shared = (quote: FoundQuote) =>
    quote.spans.reduce((sum, span) => sum + overlap(span, start - from, end - from), 0)
  const best = quotes.reduce<FoundQuote | null>(
    (earlier, quote) => (shared(quote) > (earlier ? shared(earlier) : 0) ? quote : earlier),
    null,
  )
  return best && hintOf(best, text, from)
}

/** Looks once for who says the selected words, and hands it over unless the form is gone by then. */
export function useFoundQuote(
  isWanted: boolean,
  text: string,
  lang: string | null,
  [start, end]: readonly [number, number],
  take: (hint: QuoteHint) => void,
): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if (!isWanted) return
    let isOpen = true
    findHint(text, lang, start, end).then(
      (hint) => {
        if (hint && isOpen) latest.current(hint)
      },
      () => undefined,
    )
    return () => {
      isOpen = false
    }
  }, [isWanted, text, lang, start, end])
}
