import { feature } from '@renderer/navigation/feature'
import { createElement } from 'react'
import { ReaderView } from './ReaderView'

export { ReaderView } from './ReaderView'

export const readerFeature = feature({
  view: 'article',
  View: ({ route }) =>
    createElement(ReaderView, {
      id: route.id,
      annotation: route.annotation,
      at: route.at,
      version: route.version,
      review: route.review,
    }),
  titleOf: ({ id }, view) => view.find('article', id)?.fields.title || 'Untitled article',
})
