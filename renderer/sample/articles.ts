import type { Block } from '@shared/domain/block'

const heading = (text: string): Block => ({ type: 'heading', level: 2, text })
const paragraph = (text: string): Block => ({ type: 'paragraph', text })

/** An invented report, written for this sample. */
export const BARRIER_REPORT: readonly Block[] = [
  paragraph(
    'The harbour town of Lindmouth will decide next month whether to build a tidal barrier across the mouth of the river Ash, the largest public work the council has ever put to a vote.',
  ),
  paragraph(
    '“We have pumped out the same streets four times in nine years,” Mayor Ingrid Solvang told a packed meeting at the Corn Exchange on Tuesday. “At some point patience is just another word for neglect.”',
  ),
  paragraph(
    'The barrier, a row of six steel gates that would close ahead of a storm surge, is expected to cost 84 million crowns. Ms. Solvang said that the regional flood fund would pay two thirds of it.',
  ),
  heading('What the engineers say'),
  paragraph(
    'Tomas Reyk, the hydraulic engineer who led the council’s study, said the gates would have kept the old town dry in every flood since 1953. “The question is not whether the barrier works,” he said. “The question is who looks after it in thirty years.”',
  ),
  paragraph(
    'According to the study, one surge in twenty would still come over the northern quay, where the ground has sunk by eleven centimetres since the railway yard was closed.',
  ),
  heading('Doubts on the quay'),
  paragraph(
    'Fishing families fear that the gates will slow the tide and let the channel silt up. “They asked the river on paper,” said Maud Ellery, who chairs the boat owners’ association. “Nobody asked the people who sound it every morning.”',
  ),
  paragraph(
    'Ms. Ellery said dredging after the last repairs had cost her members a season. The council calls that figure “impossible to reconstruct”.',
  ),
  paragraph(
    'The vote is open to all residents over sixteen and closes on 14 June. If it fails, Ms. Solvang said, the town will apply for sandbags.',
  ),
]

/** A second invented report that disagrees with the first. */
export const FUND_REPORT: readonly Block[] = [
  paragraph(
    'The regional flood fund has not promised to pay for two thirds of the Lindmouth barrier, its director said on Thursday, contradicting the town’s mayor.',
  ),
  paragraph(
    '“There is an application, and it is a good one. There is no decision,” Peer Halvorsen said in an interview. “Our rules cap any single project at forty per cent.”',
  ),
  paragraph(
    'A spokeswoman for Mayor Ingrid Solvang said that the mayor had spoken of an expectation, not a promise. The council’s minutes record the words “will pay”.',
  ),
  paragraph(
    'Tomas Reyk, who led the engineering study, declined to comment on money. “I can tell you what water does,” he said.',
  ),
]
