/** The commonest function words of each language; what tells neighbours apart counts most. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for it with as his on be at by this had not are but from or have an they which you were her she there been their has would what will',
  de: 'der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec mais comme ou si leur être cette ont aux elle nous',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também',
  it: 'di che e la il un a per è una in sono mi ho non si le con lo da come ma i del della al dei gli anche nel alla più delle ha questo ed',
  nl: 'de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar heeft wordt deze door over hij ze werd',
  sv: 'och i att det som en på är av för med till den har inte om ett han men var jag sig från vi så kan när de hon under ska',
  da: 'og i at det er en til på de som med af for ikke der var den har et han men sig om jeg fra så vi kan blev efter også',
  no: 'og i det er på som en til av at for med å ikke den har de et var han fra om men seg jeg så vi kan etter også ble',
  fi: 'ja on ei se että oli hän mutta ovat kuin myös joka ole tai niin sen kun mukaan jos hänen vain jo nyt sitä kanssa',
  pl: 'w i na z do się nie że to o jest za a od po jak ale co przez dla czy tym tak być był są oraz jego które który',
  cs: 'a v se na je že s z do o i to by ale jako za pro po tak podle jsem byl jsou které který jeho také už nebo',
  tr: 've bir bu da de için ile olarak çok daha olan gibi ne var kadar sonra o en ama ya ise mi her olduğu',
  hu: 'a az és hogy nem is egy ez azt meg volt csak már mint vagy de kell van után lehet még szerint',
  ro: 'și de în a la cu că pe nu din o care să un este mai pentru au fost sau dar după prin cele această',
  ru: 'и в не на что я с он как это по но они мы она так от за из у же вы бы для было его к о',
  uk: 'і в не на що з як це та до за у й від про але він вона вони для було його її також',
}
const SETS = Object.entries(STOP_WORDS).map(([lang, words]) => [lang, new Set(words.split(' '))] as const)

interface Script {
  readonly pattern: RegExp
  readonly lang: string
}
/** Scripts that settle the language, or nearly; kana before Han, since Japanese has both. */
const SCRIPTS: readonly Script[] = [
  { pattern: /[\u3040-\u30ff]/g, lang: 'ja' },
  { pattern: /\p{Script=Hangul}/gu, lang: 'ko' },
  { pattern: /\p{Script=Han}/gu, lang: 'zh' },
  { pattern: /\p{Script=Hebrew}/gu, lang: 'he' },
  { pattern: /\p{Script=Arabic}/gu, lang: 'ar' },
  { pattern: /\p{Script=Greek}/gu, lang: 'el' },
  { pattern: /\p{Script=Thai}/gu, lang: 'th' },
  { pattern: /\p{Script=Devanagari}/gu, lang: 'hi' },
]
const PERSIAN = /[پچژگکی]/g
const LETTER = /\p{L}/gu

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function detectByScript(text: string, letters: number): string | null {
  for (const { pattern, lang } of SCRIPTS) {
    const share = count(text, pattern) / letters
    if (share < (lang === 'ja' ? 0.1 : 0.3)) continue
    return lang === 'ar' && count(text, PERSIAN) > letters * 0.05 ? 'fa' : lang
  }
  return null
}

function detectByWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: string | null = null
  let [bestHits, second] = [0, 0]
  for (const [lang, stopWords] of SETS) {
    const hits = words.reduce((sum, word) => sum + (stopWords.has(word) ? 1 : 0), 0)
    if (hits > bestHits) [best, second, bestHits] = [lang, bestHits, hits]
    else if (hits > second) second = hits
  }
  const sure = bestHits >= 3 && bestHits / words.length >= 0.1 && bestHits > second * 1.05
  return sure ? best : null
}

/** The language of a text as a BCP 47 code, by script or by function words; null where neither is clear. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 8000)
  const letters = count(sample, LETTER)
  if (letters < 10) return null
  return detectByScript(sample, letters) ?? detectByWords(sample)
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb', 'iw'])
const RTL_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu

/** The direction in which a text runs, from its letters, or from its language where it has none. */
export function directionOf(lang: string | null, text: string): 'ltr' | 'rtl' | null {
  const letters = count(text, LETTER)
  if (letters > 0) return count(text, RTL_LETTER) > letters * 0.4 ? 'rtl' : 'ltr'
  if (lang === null) return null
  return RIGHT_TO_LEFT.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
