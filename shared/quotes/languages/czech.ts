import type { LanguageWords } from './language'

export const czech: LanguageWords = {
  code: 'cs',
  speech: `řekl řekla řekli řeklo říká říkají říkal říkala uvedl uvedla uvedli uvedlo uvádí prohlásil prohlásila prohlásili
    dodal dodala dodali dodává tvrdí tvrdil tvrdila tvrdili sdělil sdělila sdělili sdělilo oznámil oznámila oznámili
    oznámilo zdůraznil zdůraznila zdůrazňuje vysvětlil vysvětlila vysvětluje poznamenal poznamenala upozornil upozornila
    upozorňuje míní soudí odpověděl odpověděla odpovídá zeptal zeptala ptá napsal napsala píše popsal popsala popisuje
    informoval informovala informovali potvrdil potvrdila připustil připustila přiznal přiznala varoval varovala slíbil
    slíbila kritizoval kritizovala odmítl odmítla připomněl připomněla konstatoval konstatovala podotkl podotkla
    vzkázal vzkázala zvolal zvolala řekne pokračoval pokračovala doplnil doplnila vyjádřil vyjádřila shrnul shrnula
    řekly uvedly svěřil svěřila zmínil zmínila okomentoval okomentovala napsali ohradil ohradila zareagoval zareagovala`,
  mind: 'myslí domnívá věří doufá chce chtějí obává považuje ví očekává předpokládá',
  speechNouns: 'prohlášení vyjádření slova slov rozhovor názor názoru informace informací odpověď',
  according: 'podle dle',
  he: 'on mu jemu ho jeho',
  she: 'ona jí ji',
  they: 'oni ony jim někteří mnozí další',
  it: 'ono to',
  speaking: 'já my vy ty mi nám mě nás',
  determiners: 'ten ta to ti tento tato toto tito každý všichni jeden dva tři',
  possessives: 'jeho její jejich můj moje náš naše svůj svá své váš',
  prepositions: 'v ve na s se k ke o od do z ze za po pod nad při pro bez přes mezi před u',
  conjunctions: 'a i ale nebo že aby pokud když ačkoli protože tak jak zda',
  relatives: 'který která které kteří kdo co kde',
  auxiliaries: 'je jsou byl byla bylo byli být bude budou by není nejsou má mají může musí se si jsem jsme',
  adverbs: 'také už již ještě teď nyní včera dnes zítra pak potom tehdy zde tam vždy velmi více',
  titles:
    'pan paní dr prof ing mgr mudr judr prezident prezidentka premiér premiérka ministr ministryně generál',
  roles: `prezident prezidentka premiér premiérka ministr ministryně mluvčí ředitel ředitelka předseda předsedkyně šéf šéfka
    poslanec poslankyně senátor senátorka starosta starostka primátor advokát advokátka soudce soudkyně expert expertka
    vědec vědkyně profesor autor novinář novinářka muž žena svědek tajemník kandidát náměstek`,
  groups: 'experti vědci poslanci senátoři úřady novináři kritici svědci odborníci média policisté hasiči',
  organisations: `strana vláda ministerstvo policie komise rada soud sněmovna senát univerzita ústav deník agentura asociace
    společnost firma banka organizace úřad magistrát`,
  times: `pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli ledna února března dubna května června července
    srpna září října listopadu prosince ráno večer noc týden měsíc rok den`,
  reportedMood: 'prý údajně',
  female: 'paní ona prezidentka premiérka ministryně ředitelka předsedkyně šéfka poslankyně senátorka žena',
  male: 'pan on prezident premiér ministr ředitel předseda šéf poslanec senátor muž',
  abbreviations: 'dr prof ing mgr mudr judr č str např tj tzv mj atd apod tis mil mld kč',
  telling: 'a se na v je že to s z do i o k za by pro jsem jako ale po',
  particles: 'z ze von de',
}
