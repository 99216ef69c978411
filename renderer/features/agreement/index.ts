import { feature } from '@renderer/navigation/feature'
import { AgreementView } from './AgreementView'

export const agreementFeature = feature({
  view: 'agreement',
  View: AgreementView,
  titleOf: () => 'Agreement',
})
