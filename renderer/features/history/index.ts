import { feature } from '@renderer/navigation/feature'
import { describeRecord } from '@shared/notebook/describe'
import { HistoryView } from './HistoryView'

export const historyFeature = feature({
  view: 'history',
  View: HistoryView,
  titleOf: ({ id }, view) => {
    const record = view.get(id)
    return record ? `History of “${describeRecord(view, record)}”` : 'History'
  },
})
