import { reportGeneratedEdits, seeds } from './anchor/generated-edits'
import { reportRealRevisions } from './anchor/real-revisions'

// `tune` measures on the seeds that thresholds are found with; without it the held-out ones are used.
const words = process.argv.slice(2)
const chosen = words.includes('tune') ? seeds.tuning : seeds.heldOut
reportGeneratedEdits(chosen, !words.includes('alone'))
reportRealRevisions()
