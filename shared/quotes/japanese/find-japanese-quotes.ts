import type { FoundQuote, Span } from '../found-quote'
import { splitBlocks } from '../reading/blocks'
import { findQuotedSpans } from '../reading/quotation-marks'

/** Characters read for the guess. */
const SAMPLE = 4000
const LEAST_SHARE = 0.1

/** Whether a text is Japanese: kana occur in no other language. */
export function isJapanese(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return kana > 0 && kana >= sample.length * LEAST_SHARE
}

const NAME = '[\\p{Script=Han}\\p{Script=Katakana}ー・々〇A-Za-z]{2,}'
/** Stems of the commonest verbs of saying. */
const VERBS =
  '述べ|話し|話す|語っ|語る|言っ|言う|いう|説明|指摘|強調|主張|発表|訴え|批判|明らかに|答え|回答|コメント|発言|伝え|呼びかけ|反論|認め|表明|警告|報告|質問|尋ね|付け加え|繰り返し|投稿|書い'
/** 「…」と（X は）述べた: what may stand between the particle and the verb. */
const REPORTED = new RegExp(
  `^(?:など)?と(?:、)?(?:(?:[^。「」]{0,12}の)?(?<name>${NAME})(?:は|が)、?)?[^。「」]{0,18}?(?<cue>${VERBS})`,
  'u',
)
const TOPIC = new RegExp(`(?<name>${NAME})(?:は|が|も)(?:、|[^。「」]{0,40}?$)`, 'gu')
const ACCORDING = new RegExp(`(?<name>${NAME})によると、?[^。「」]*$`, 'u')
const TITLE = /(?:氏|さん|様|首相|大統領|知事|市長|大臣|長官|教授|社長|会長|議員|報道官|監督|選手|代表)$/u
/** Reported words without a verb are quotations only when they are a whole sentence. */
const SENTENCE = /[。！？]$/u

interface Speaker {
  span: Span
  name: string
}

/** A name without its title, so that 山田氏 and 山田首相 meet. */
const bareName = (name: string) => name.replace(TITLE, '') || name

class JapaneseReader {
  /** Fullest form of each bare name, by its first characters. */
  private readonly names: string[] = []
  private last: Speaker | null = null
  constructor(private readonly text: string) {}

  private speaker(start: number, name: string): Speaker {
    const bare = bareName(name)
    const known = this.names.find((full) => full.startsWith(bare) || bare.startsWith(full))
    if (known === undefined) this.names.push(bare)
    else if (bare.length > known.length) this.names[this.names.indexOf(known)] = bare
    const fullest = known !== undefined && known.length >= bare.length ? known : bare
    return { span: [start, start + name.length], name: fullest }
  }

  /** The topic of the sentence before the quotation: 山田氏は「…」. */
  private topicBefore(from: number, to: number): Speaker | null {
    const before = this.text.slice(from, to)
    const according = ACCORDING.exec(before)
    if (according) return this.speaker(from + according.index, according.groups!.name!)
    const topic = [...before.matchAll(TOPIC)].pop()
    return topic ? this.speaker(from + topic.index, topic.groups!.name!) : null
  }

  read(start: number, end: number, outerEnd: number, sentenceStart: number): FoundQuote | null {
    const reported = REPORTED.exec(this.text.slice(outerEnd, outerEnd + 60))
    const words = this.text.slice(start, end)
    if (!reported && !SENTENCE.test(words)) return null
    const after = reported?.groups?.name
    const here = after
      ? this.speaker(outerEnd + reported![0].indexOf(after), after)
      : this.topicBefore(sentenceStart, start - 1)
    const speaker = here ?? this.last
    if (here) this.last = here
    const cue = reported?.groups?.cue
    const cueStart = cue ? outerEnd + reported![0].lastIndexOf(cue) : -1
    return {
      kind: 'direct',
      spans: [[start, end]],
      speaker: speaker?.name ?? null,
      speakerSpan: speaker?.span ?? null,
      cueSpan: cue ? [cueStart, cueStart + cue.length] : null,
      confidence: reported ? (here ? 0.75 : 0.4) : 0.3,
      reason: describe(speaker, cue ?? null, here !== null),
      speakerKey: speaker?.name ?? null,
    }
  }
}

function describe(speaker: Speaker | null, cue: string | null, here: boolean): string {
  if (!speaker) return 'No speaker is named near these words.'
  if (!here) return `The passage before names “${speaker.name}”, and no other speaker follows.`
  return cue
    ? `“${speaker.name}” is the subject of “${cue}” beside these words.`
    : `“${speaker.name}” is named in the same sentence.`
}

/** Direct quotes of a Japanese text: words in corner brackets with a verb of saying, or that are whole sentences. */
export function findJapaneseQuotes(text: string): FoundQuote[] {
  const blocks = splitBlocks(text)
  const reader = new JapaneseReader(text)
  const quotes: FoundQuote[] = []
  let previousEnd = 0
  let block = 0
  for (const span of findQuotedSpans(text, blocks)) {
    if (span.depth > 0) continue
    while (block + 1 < blocks.length && blocks[block + 1]!.start <= span.outerStart) block += 1
    const from = Math.max(previousEnd, blocks[block]!.start)
    const stop = text.slice(from, span.outerStart).lastIndexOf('。')
    const quote = reader.read(span.start, span.end, span.outerEnd, stop < 0 ? from : from + stop + 1)
    if (quote) quotes.push(quote)
    previousEnd = span.outerEnd
  }
  return quotes
}
