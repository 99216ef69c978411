/** An invented report of the length of a news item. */
const PARAGRAPHS: readonly string[] = [
  'The old quay will close in autumn',
  'By Lena Marsh',
  'The harbour board of Tarn Bay said on Monday that the old quay will be closed to lorries from the first of October, after engineers found that its northern end had moved by four centimetres in a single winter.',
  '“Nobody is in danger today,” the harbour master, Orla Fenn, told the council. “But I will not sign for another winter of heavy traffic on a wall that moves.”',
  'The quay was built in 1911 for the herring fleet and has carried goods traffic since the railway yard was given up. Its foundations rest on oak piles, which the tide has been washing free.',
  'Bram Tully, who speaks for the hauliers, called the decision hasty. “We have asked for the measurements for two years,” he said. “Now we are shown one number and told to go elsewhere.”',
  'Ms. Fenn said that the measurements had been taken by two firms working apart from each other, and that both had come to the same result. The board will publish them next week.',
  'A detour through the upper town would add eleven minutes to each trip, according to a study that the council paid for last spring. Residents of Mill Lane have announced that they will protest.',
  'The board puts the cost of a new wall at nine million crowns. Mr. Tully believes that half of that would be enough if the work were done in summer, when the tides are low.',
  '“Cheap walls are the dearest ones,” Ms. Fenn answered.',
  'The council votes on the detour on the twelfth of September. Until then lorries may use the quay at walking pace, one at a time.',
  'The last herring boat left Tarn Bay in 1987. The quay has been listed as a monument since 1994, which means that the oak piles may be replaced only by oak.',
]

export const ARTICLE = PARAGRAPHS.join('\n\n')
