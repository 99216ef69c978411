/** Names of the months, full and short, in the languages that dates are read in; one line a month. */
const MONTHS = [
  'january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu stycznia styczeń sty января январь янв ocak oca ledna leden ianuarie ιανουαρίου يناير ינואר січня',
  'february feb februar février févr fév fevrier febrero febbraio fevereiro fev februari helmikuuta helmikuu lutego luty lut февраля февраль фев şubat şub února únor februarie φεβρουαρίου فبراير פברואר лютого',
  'march mar märz maerz mär mrz mars marzo março marco maart mrt maaliskuuta maaliskuu marca marzec марта март мар mart března březen martie μαρτίου مارس מרץ березня',
  'april apr avril avr abril abr aprile aprilie huhtikuuta huhtikuu kwietnia kwiecień kwi апреля апрель апр nisan nis dubna duben απριλίου أبريل ابريل אפריל квітня',
  'may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja мая май mayıs května květen μαΐου مايو מאי травня',
  'june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec cze июня июнь июн haziran haz června červen iunie ιουνίου يونيو יוני червня',
  'july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec lip июля июль июл temmuz tem července červenec iulie ιουλίου يوليو יולי липня',
  'august aug août aout agosto ago augustus augusti elokuuta elokuu sierpnia sierpień sie августа август авг ağustos ağu srpna srpen αυγούστου أغسطس אוגוסט серпня',
  'september sept sep septembre septiembre setiembre settembre set setembro syyskuuta syyskuu września wrzesień wrz сентября сентябрь сен сент eylül eyl září septembrie σεπτεμβρίου سبتمبر ספטמבר вересня',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik paź октября октябрь окт ekim eki října říjen octombrie οκτωβρίου أكتوبر אוקטובר жовтня',
  'november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad lis ноября ноябрь ноя kasım kas listopadu noiembrie νοεμβρίου نوفمبر נובמבר листопада',
  'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro joulukuuta joulukuu grudnia grudzień gru декабря декабрь дек aralık ara prosince prosinec decembrie δεκεμβρίου ديسمبر דצמבר грудня',
]

const NUMBERS = new Map(
  MONTHS.flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
)

/** The month 1-12 that a word names, in any of the languages; a full stop after a short form may stand. */
export function monthOf(word: string): number | null {
  return NUMBERS.get(word.toLowerCase().replace(/\.$/, '')) ?? null
}
