import { findEntity } from '../notebook/find-entity'
import type { NotebookView } from '../notebook/notebook-view'
import type { ClusterableQuote } from '../quotes/cluster-quotes'

/** The notebook's quotes as they are compared over articles: by their words, under the name of whoever now stands for the speaker, dated as printed. */
export function quotesToCompare(view: NotebookView): ClusterableQuote[] {
  return view.all('quote').flatMap(({ id, fields }) => {
    const passage = view.find('annotation', fields.annotationId)
    const article = view.find('article', fields.articleId)
    if (!passage || !article) return []
    return {
      id,
      articleId: article.id,
      // An interruption ("…," she said, "…") is not an omission: its parts are joined without a mark.
      text: passage.fields.target.passages.map(({ exact }) => exact).join(' '),
      speaker: (fields.speakerId && findEntity(view, fields.speakerId)?.fields.name) || null,
      date: article.fields.publishedTime,
    }
  })
}
