import { findDuplicates } from '@shared/bundle/duplicates'
import { memoizeByRevision } from '@shared/graph/memoize-by-revision'
import { findStragglers } from '@shared/notebook/join-articles'

/** Articles of the notebook that may be copies of one, each pair once. */
export const findCopies = memoizeByRevision((view) =>
  findDuplicates(view, [...view.all('article'), ...view.all('version')]),
)

/** Joined copies on which something was made since. */
export const findLeftBehind = memoizeByRevision(findStragglers)
