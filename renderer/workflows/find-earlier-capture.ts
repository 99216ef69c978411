import { overlapInWorker } from '@renderer/workers/overlap-in-worker'
import { addressKey, doiKey, nameKey } from '@shared/bundle/duplicates'
import type { Article } from '@shared/domain/article'
import { blocksToText } from '@shared/domain/block'
import type { ArticleDraft } from '@shared/intake/article-draft'
import type { WorkflowContext } from './workflow-context'

/** What tells where an article comes from; a draft has it as well as an article. */
type Origin = Pick<ArticleDraft, 'title' | 'url' | 'doi' | 'source'>

/**
 * How sure one can be by origin alone that two captures are of one article: a DOI or an address names it, a title only
 * suggests it.
 */
type Likeness = 'named' | 'titled' | null

/** The part of one text that has to stand in the other; some pages give all their articles the address of the front page. */
const NAMED_OVERLAP = 0.3
/** The part of each text that has to stand in the other: a rewrite under the same title is another article. */
const TITLED_OVERLAP = 0.8

const hostOf = (url: string | null): string | null => addressKey(url ?? '')?.split(/[/?]/)[0] ?? null

/** Both say it, and they say different things. */
const contradict = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

function likenessOf(draft: Origin, known: Origin): Likeness {
  const [ourDoi, theirDoi] = [doiKey(draft.doi ?? ''), doiKey(known.doi ?? '')]
  if (ourDoi !== null && ourDoi === theirDoi) return 'named'
  const [ourAddress, theirAddress] = [addressKey(draft.url ?? ''), addressKey(known.url ?? '')]
  if (ourAddress !== null && ourAddress === theirAddress) return 'named'
  if (contradict(ourDoi, theirDoi) || contradict(hostOf(draft.url), hostOf(known.url))) return null
  const source = (origin: Origin) => (origin.source ? nameKey(origin.source) : null)
  // One wire story in two papers is two articles, however alike they are.
  if (contradict(source(draft), source(known))) return null
  return nameKey(draft.title) !== '' && nameKey(draft.title) === nameKey(known.title) ? 'titled' : null
}

async function isSameText(likeness: Likeness, earlier: string, now: string): Promise<boolean> {
  const { ofFirst, ofSecond } = await overlapInWorker(earlier, now)
  return likeness === 'named'
    ? Math.max(ofFirst, ofSecond) >= NAMED_OVERLAP
    : Math.min(ofFirst, ofSecond) >= TITLED_OVERLAP
}

/**
 * The article of which a draft is another capture: the same DOI or address and a text that goes back to the same one,
 * or the same title from the same place and nearly the same text. Null when it is a new article.
 */
export async function findEarlierCapture(
  { notebook }: WorkflowContext,
  draft: ArticleDraft,
): Promise<Article | null> {
  const text = blocksToText(draft.blocks)
  const likely = notebook.view
    .all('article')
    .map((article): readonly [Article, Likeness] => [article, likenessOf(draft, article.fields)])
    .filter(([, likeness]) => likeness !== null)
    .sort(([, a], [, b]) => Number(b === 'named') - Number(a === 'named'))
  for (const [article, likeness] of likely) {
    const earlier = blocksToText(await notebook.blocksOf(article.fields.currentVersion))
    if (await isSameText(likeness, earlier, text)) return article
  }
  return null
}
