import type { LanguageCode } from '../languages/language'

/** Signs of a sentence that can be checked, as words of one language separated by "|" (regular expressions). */
export interface ClaimWords {
  /** Units and scales after a figure. */
  units: string
  months: string
  comparison: string
  superlative: string
  cause: string
  /** Words that count without digits. */
  amounts: string
  /** Change over time. */
  change: string
  /** Judgements, wishes and hedges, which lower the score. */
  opinion: string
}

/** The visible list: one entry a language. */
export const claimWords: Record<LanguageCode, ClaimWords> = {
  en: {
    units:
      'percent|per cent|percentage points?|million|billion|trillion|thousand|hundred|dollars?|euros?|pounds?|tons?|tonnes?|miles?|kilometers?|people|deaths?|cases|jobs|votes|times|degrees|years|months|weeks|days|hours',
    months: 'january|february|march|april|may|june|july|august|september|october|november|december',
    comparison:
      'more than|less than|fewer than|higher than|lower than|larger than|smaller than|greater than|faster than|better than|worse than|compared (?:with|to)|twice as|half as|as (?:many|much) as|times as|outnumber(?:s|ed)?|exceed(?:s|ed)?|\\w+er than',
    superlative:
      'most|least|first|only|largest|biggest|smallest|highest|lowest|oldest|youngest|worst|best|record|never before|unprecedented|every|all|none|no one|always|never',
    cause:
      'because|caused?|causes|led to|leads to|due to|resulted? in|results in|as a result|therefore|thanks to|responsible for|drove|driven by|triggered|prevent(?:s|ed)?|reduce[sd]?',
    amounts:
      'two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds|thousands|millions|billions|half|a third|a quarter|majority|double[ds]?|tripled?',
    change:
      'rose|risen|fell|fallen|increased?|decreased?|grew|grown|declined?(?! (?:to|comment|the))|dropped|doubled|tripled|won|lost|killed|died|signed|banned|voted',
    opinion:
      'should|ought|i think|i believe|we believe|hope|wish|maybe|perhaps|beautiful|wonderful|terrible|might|could',
  },
  de: {
    units:
      'prozent|prozentpunkte?|millionen?|milliarden?|tausend|hundert|euro|dollar|franken|tonnen?|kilometern?|metern?|menschen|tote|fälle|arbeitsplätze|stimmen|mal|grad|jahren?|monaten?|wochen|tagen?|stunden',
    months: 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
    comparison:
      'mehr als|weniger als|höher als|niedriger als|größer als|kleiner als|besser als|schlechter als|im vergleich|verglichen mit|doppelt so|halb so|ebenso \\w+ wie|übersteigt|übertraf|\\w+er als',
    superlative:
      'meisten?|wenigsten?|ersten?|erstmals|einzige[nrs]?|größten?|kleinsten?|höchsten?|niedrigsten?|ältesten?|jüngsten?|schlimmsten?|besten?|rekord|noch nie|alle|keine?|immer|nie',
    cause:
      'weil|wegen|aufgrund|verursacht\\w*|führte[n]? zu|führt zu|infolge|deshalb|daher|dank|verantwortlich|löste[n]? \\w+ aus|ausgelöst|verhindert\\w*|dadurch',
    amounts:
      'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dutzend\\w*|hunderte|tausende|millionen|milliarden|hälfte|drittel|viertel|mehrheit|verdoppel\\w+|verdreifach\\w+',
    change:
      'stieg\\w*|gestiegen|sank\\w*|gesunken|erhöht\\w*|verringert\\w*|wuchs\\w*|gewachsen|fiel\\w*|gefallen|gewann\\w*|verlor\\w*|getötet|starb\\w*|unterzeichnet\\w*|verboten|beschloss\\w*',
    opinion:
      'sollte[n]?|müsste[n]?|ich glaube|wir glauben|hoff\\w+|wünsch\\w+|vielleicht|wohl|könnte[n]?|dürfte[n]?|schön|wunderbar|schrecklich',
  },
  fr: {
    units:
      'pour cent|%|millions?|milliards?|mille|cents?|euros?|dollars?|tonnes?|kilomètres?|personnes|morts|cas|emplois|voix|fois|degrés|ans|mois|semaines|jours|heures',
    months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
    comparison:
      'plus (?:de|que|\\w+ que)|moins (?:de|que|\\w+ que)|autant que|supérieure? à|inférieure? à|par rapport à|deux fois|comparé',
    superlative:
      'le plus|la plus|les plus|le moins|premi(?:er|ère)|seule?|record|jamais|tous|toutes|aucune?|toujours',
    cause: 'parce que|à cause de|en raison de|grâce à|provoqu\\w+|entraîn\\w+|car|donc|responsable',
    amounts:
      'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|dizaines?|centaines?|milliers|moitié|tiers|quart|majorité|doubl\\w+',
    change: 'augment\\w+|baiss\\w+|diminu\\w+|progress\\w+|recul\\w+|gagn\\w+|perdu|tué\\w*|signé|interdit',
    opinion: 'devrait|devraient|il faut|je pense|je crois|espér\\w+|peut-être|magnifique|terrible',
  },
  es: {
    units:
      'por ciento|%|millones?|mil|miles|euros?|dólares?|toneladas?|kilómetros?|personas|muertos|casos|empleos|votos|veces|grados|años|meses|semanas|días|horas',
    months: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
    comparison:
      'más (?:de|que|\\w+ que)|menos (?:de|que|\\w+ que)|tanto como|superior a|inferior a|en comparación|el doble',
    superlative:
      'el más|la más|los más|el menos|primer[oa]?|únic[oa]|mayor|menor|récord|nunca|todos|todas|ningun[oa]|siempre',
    cause: 'porque|debido a|a causa de|gracias a|provoc\\w+|caus\\w+|por lo tanto|responsable',
    amounts:
      'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|decenas|cientos|miles|mitad|tercio|cuarto|mayoría|duplic\\w+',
    change:
      'aument\\w+|subió|baj\\w+|disminuy\\w+|creci\\w+|cay\\w+|gan\\w+|perdi\\w+|murió|murieron|firm\\w+|prohib\\w+',
    opinion: 'debería|deberían|hay que|creo|pienso|esper\\w+|quizás|tal vez|maravillos\\w+|terrible',
  },
  ru: {
    units:
      'процент\\w*|миллион\\w*|миллиард\\w*|тысяч\\w*|рубл\\w*|доллар\\w*|евро|тонн\\w*|километр\\w*|человек|случа\\w*|голос\\w*|раз\\w?|градус\\w*|лет|год\\w*|месяц\\w*|недел\\w*|дн\\w*|час\\w*',
    months:
      'январ\\w+|феврал\\w+|март\\w*|апрел\\w+|ма[йя]|июн\\w+|июл\\w+|август\\w*|сентябр\\w+|октябр\\w+|ноябр\\w+|декабр\\w+',
    comparison:
      'больше,? чем|меньше,? чем|более чем|менее чем|выше,? чем|ниже,? чем|по сравнению|вдвое|превы\\w+',
    superlative: 'сам\\w+|перв\\w+|единственн\\w+|крупнейш\\w+|рекорд\\w*|никогда|все|ни один|всегда|впервые',
    cause: 'потому что|из-за|благодаря|привел\\w*|вызва\\w+|поэтому|вследствие|причин\\w+',
    amounts:
      'два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|десятки|сотни|тысячи|половин\\w+|треть|четверть|большинств\\w+',
    change:
      'вырос\\w*|снизил\\w*|увеличил\\w*|уменьшил\\w*|упал\\w*|выиграл\\w*|проиграл\\w*|погиб\\w*|подписал\\w*|запретил\\w*',
    opinion: 'должн\\w+|думаю|считаю|наде\\w+|возможно|может быть|прекрасн\\w+|ужасн\\w+',
  },
  cs: {
    units:
      'procent\\w*|milion\\w*|miliard\\w*|tisíc\\w*|korun\\w*|eur\\w?|dolar\\w*|tun\\w?|kilometr\\w*|lidí|případ\\w*|hlas\\w*|krát|stup\\w+|let|rok\\w*|měsíc\\w*|týdn\\w*|dn[íůy]|hodin\\w*',
    months:
      'ledn\\w+|únor\\w*|březn\\w+|dubn\\w+|květn\\w+|červn\\w+|červenc\\w+|srpn\\w+|září|říjn\\w+|listopad\\w*|prosinc\\w+',
    comparison:
      'více než|méně než|vyšší než|nižší než|větší než|menší než|lepší než|horší než|ve srovnání|dvakrát|oproti',
    superlative: 'nej\\w+|první\\w*|jedin\\w+|rekord\\w*|nikdy|všichni|všechny|žádn\\w+|vždy|poprvé',
    cause: 'protože|kvůli|díky|způsobil\\w*|vedl\\w* k|proto|v důsledku|příčin\\w+',
    amounts:
      'dva|dvě|tři|čtyři|pět|šest|sedm|osm|devět|deset|desítky|stovky|tisíce|polovin\\w+|třetin\\w+|čtvrtin\\w+|většin\\w+',
    change:
      'vzrostl\\w*|klesl\\w*|zvýšil\\w*|snížil\\w*|stoupl\\w*|vyhrál\\w*|prohrál\\w*|zemřel\\w*|podepsal\\w*|zakázal\\w*',
    opinion: 'měl[aoi]? by|měly by|myslím|doufá\\w*|možná|snad|krásn\\w+|strašn\\w+',
  },
}
