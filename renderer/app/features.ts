import { agreementFeature } from '@renderer/features/agreement'
import { claimsFeature } from '@renderer/features/claims'
import { graphFeature } from '@renderer/features/graph'
import { historyFeature } from '@renderer/features/history'
import { inboxFeature } from '@renderer/features/inbox'
import { libraryFeature } from '@renderer/features/library'
import { notesFeature } from '@renderer/features/notes'
import { peopleFeature } from '@renderer/features/people'
import { readerFeature } from '@renderer/features/reader'
import { sameQuotesFeature } from '@renderer/features/same-quotes'
import { searchFeature } from '@renderer/features/search'
import { settingsFeature } from '@renderer/features/settings'
import { trashFeature } from '@renderer/features/trash'
import type { Feature } from '@renderer/navigation/feature'

/** The visible list of features: a feature joins by a line here, in the order of the rail. */
export const FEATURES: readonly Feature[] = [
  libraryFeature,
  readerFeature,
  searchFeature,
  claimsFeature,
  peopleFeature,
  graphFeature,
  notesFeature,
  inboxFeature,
  sameQuotesFeature,
  historyFeature,
  agreementFeature,
  trashFeature,
  settingsFeature,
]

/** Those with a place in the rail. */
export const RAIL: readonly Feature[] = FEATURES.filter(({ rail }) => rail !== undefined)
