import { rememberMarks } from '@renderer/storage/found-suggestions'
import { findSuggestionsInWorker } from '@renderer/workers/find-suggestions'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { blocksToText } from '@shared/domain/block'
import type { Suggestions } from '@shared/quotes/suggestions'
import { isDoubtful, spansOfSuggestion, waitingAmong } from '@shared/quotes/waiting-suggestions'
import type { WorkflowContext } from './workflow-context'

/** Looks through the text of a version in a worker, and keeps which suggestions there are for counting them. */
export async function lookForSuggestions(
  { notebook }: WorkflowContext,
  versionId: Id,
  text: string,
  lang: string | null,
): Promise<Suggestions> {
  const found = await findSuggestionsInWorker(text, lang)
  const { quotes, claims } = waitingAmong(found, () => false)
  rememberMarks(
    notebook.local,
    versionId,
    [...quotes, ...claims].map((suggestion) => ({
      key: suggestion.key,
      spans: spansOfSuggestion(suggestion),
      isDoubtful: isDoubtful(suggestion),
    })),
  )
  return found
}

/** Looks through one article after another; stops between two when the signal is given. */
export async function lookThroughArticles(
  context: WorkflowContext,
  articles: readonly Article[],
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const [done, { fields }] of articles.entries()) {
    progress(done, articles.length)
    if (signal.aborted) return
    const blocks = await context.notebook.blocksOf(fields.currentVersion)
    await lookForSuggestions(context, fields.currentVersion, blocksToText(blocks), fields.lang)
  }
}
