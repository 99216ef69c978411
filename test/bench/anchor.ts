import { reportGeneratedEdits, seeds } from './anchor/generated-edits'
import { reportLongText } from './anchor/long-text'
import { reportRealRevisions } from './anchor/real-revisions'

// `tune` measures on the seeds that thresholds are found with; without it the held-out ones are used.
// `alone` leaves out the one-by-one matcher, `long` measures long texts only.
const words = process.argv.slice(2)
const chosen = words.includes('tune') ? seeds.tuning : seeds.heldOut
if (!words.includes('long')) {
  reportGeneratedEdits(chosen, !words.includes('alone'))
  reportRealRevisions()
}
reportLongText()
