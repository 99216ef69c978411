/**
 * The languages that are trained: the size of each feature table as a power of two, and the chances from which on
 * quotations and reported words are suggested. These lie near the best on held-back parts, which training prints;
 * English quotations a little below it, because a reader can reject a doubtful one but not see one that is left out.
 */
export const languages = [
  {
    code: 'en',
    suite: 'polnear_train',
    file: 'english',
    bits: 17,
    epochs: 4,
    threshold: 0.6,
    reportThreshold: 0.4,
  },
  {
    code: 'de',
    suite: 'german_train',
    file: 'german',
    bits: 16,
    epochs: 6,
    threshold: 0.6,
    reportThreshold: 0.25,
  },
]
