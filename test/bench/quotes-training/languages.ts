/** The languages that are trained, with the size of each feature table as a power of two. */
export const languages = [
  { code: 'en', suite: 'polnear_train', file: 'english', bits: 17, epochs: 4 },
  { code: 'de', suite: 'german_train', file: 'german', bits: 16, epochs: 6 },
]
