import type { LanguageWords } from './language'

export const german: LanguageWords = {
  code: 'de',
  speech: `sagen sagt sagte sagten gesagt sage erklären erklärt erklärte erklärten erkläre betonen betont betonte betonten
    meinen meint meinte meinten gemeint fordern fordert forderte forderten gefordert kritisieren kritisiert kritisierte
    kritisierten berichten berichtet berichtete berichteten teilen teilt teilte teilten mitgeteilt mitteilte mitteilten
    äußern äußert äußerte äußerten geäußert heißt hieß heißen bezeichnen bezeichnet bezeichnete bezeichneten nennen nennt
    nannte nannten genannt schreiben schreibt schrieb schrieben geschrieben fügte fügten fügt hinzugefügt behaupten
    behauptet behauptete behaupteten sprechen spricht sprach sprachen gesprochen warnen warnt warnte warnten gewarnt
    kündigen kündigt kündigte kündigten angekündigt ankündigte ankündigten antworten antwortet antwortete antworteten
    fragen fragt fragte fragten gefragt ergänzen ergänzt ergänzte ergänzten bestätigen bestätigt bestätigte bestätigten
    bestreiten bestreitet bestritt bestritten dementieren dementiert dementierte dementierten verkünden verkündet
    verkündete verkündeten versprechen verspricht versprach versprachen versprochen zitieren zitiert zitierte zitierten
    kommentieren kommentiert kommentierte kommentierten begründen begründet begründete begründeten verweisen verweist
    verwies verwiesen unterstreichen unterstreicht unterstrich unterstrichen hinweisen hinwies hingewiesen feststellen
    stellt stellte stellten festgestellt beklagen beklagt beklagte beklagten loben lobt lobte lobten gelobt verurteilen
    verurteilt verurteilte verurteilten vorwerfen wirft warf warfen vorgeworfen zugeben gibt gab gaben gegeben angegeben
    bekannt bekanntgab einräumen räumt räumte räumten eingeräumt erläutern erläutert erläuterte erläuterten erwidern
    erwidert erwiderte entgegnen entgegnet entgegnete mahnen mahnt mahnte mahnten appellieren appelliert appellierte
    beschreiben beschreibt beschrieb beschrieben beschuldigen beschuldigt beschuldigte beschuldigten beteuern beteuert
    beteuerte bemerken bemerkt bemerkte versichern versichert versicherte versicherten vermelden vermeldet vermeldete
    melden meldet meldete meldeten gemeldet informieren informiert informierte informierten verlautbaren verlautete
    verlautet erzählen erzählt erzählte erzählten rufen ruft rief riefen gerufen konstatieren konstatiert konstatierte
    resümiert resümierte urteilt urteilte zeigt zeigte zeigten gestand plädiert plädierte bedauert bedauerte bedauerten
    begrüßt begrüßte begrüßten protestiert protestierte bezog reagiert reagierte reagierten prophezeit prognostiziert
    prognostizierte schilderte schildert formulierte formuliert twitterte twittert postete lautet lautete lauteten
    titelte titelt empfahl empfiehlt empfahlen verlangt verlangte verlangten drohte droht drohten vermutet wörtlich`,
  mind: `glauben glaubt glaubte glaubten denken denkt dachte dachten hoffen hofft hoffte hofften wollen will wollte wollten
    befürchten befürchtet befürchtete befürchteten fürchten fürchtet fürchtete vermuten vermutet vermutete vermuteten
    erwarten erwartet erwartete erwarteten wünschen wünscht wünschte finden findet fand fanden halten hält hielt hielten
    sehen sieht sah sahen wissen weiß wusste planen plant plante planten bezweifeln bezweifelt bezweifelte zweifelt
    rechnen rechnet rechnete rechneten gehen geht ging gingen entscheiden entschied entschieden beschließen beschloss
    ablehnen lehnt lehnte lehnten unterstützt unterstützte schätzen schätzt schätzte schätzten erkennt annehmen nimmt
    ausgehen beabsichtigt beabsichtigte zeigen erfahren erfuhr hervorgeht hervor ergab ergeben`,
  speechNouns: `angaben aussage aussagen erklärung mitteilung bericht berichte meinung ansicht worte worten wort stellungnahme
    interview pressemitteilung äußerung äußerungen behauptung forderung warnung vorwurf vorwürfe auffassung einschätzung
    meldung meldungen medienberichten auskunft zitat rede brief vermutung begründung ankündigung auskünfte informationen
    überzeugung kommentar kritik`,
  according: 'laut zufolge nach gemäß demnach so',
  he: 'er ihm ihn',
  she: 'sie ihr',
  they: 'sie ihnen andere einige viele mehrere beide alle diese manche',
  it: 'es',
  speaking: 'ich mich mir wir uns du euch man ihr',
  determiners: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes kein keine
    keinen keinem keiner welche welcher welches mehrere viele einige alle zwei drei vier fünf zehn`,
  possessives: `sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem mein meine meinen`,
  prepositions: `in im am an auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um seit während wegen
    trotz zwischen neben hinter bis gegenüber laut ab als wie je pro innerhalb außerhalb angesichts aufgrund`,
  conjunctions:
    'und oder aber sondern denn weil da obwohl wenn dass daß ob während damit sodass bevor nachdem als wie indem falls sowie',
  relatives: 'der die das dem den deren dessen welcher welche welches was wer',
  auxiliaries: `ist sind war waren sein gewesen bin hat haben hatte hatten wird werden wurde wurden worden kann können konnte konnten
    muss müssen musste mussten soll sollen sollte sollten darf dürfen durfte will wollen wollte würde würden wäre hätte hätten
    nicht zu mag möchte`,
  adverbs: `auch nun jetzt heute gestern morgen bereits schon noch nur dann dort hier jedoch allerdings zudem außerdem weiter
    weiterhin ferner dabei dazu damit dagegen danach zuvor später bisher inzwischen mittlerweile derzeit zunächst schließlich
    immer wieder sehr mehr rund etwa knapp weniger so also darüber hinaus daher deshalb sogar selbst eher vielleicht
    möglicherweise offenbar angeblich`,
  titles: `herr frau dr prof professor präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin
    ministerpräsident ministerpräsidentin premierminister premierministerin außenminister außenministerin innenminister
    bundespräsident senator senatorin bürgermeister bürgermeisterin oberbürgermeister papst kardinal bischof general richter
    sprecher sprecherin chef chefin vorsitzender vorsitzende generalsekretär abgeordneter abgeordnete könig königin prinz graf`,
  roles: `sprecher sprecherin pressesprecher pressesprecherin polizeisprecher polizeisprecherin regierungssprecher leiter leiterin
    chef chefin direktor direktorin vorsitzender vorsitzende experte expertin forscher forscherin wissenschaftler
    wissenschaftlerin anwalt anwältin richter richterin staatsanwalt zeuge zeugin politiker politikerin abgeordneter
    abgeordnete minister ministerin präsident präsidentin kanzler kanzlerin autor autorin journalist journalistin
    mann frau trainer trainerin spieler bürgermeister bürgermeisterin kandidat kandidatin vertreter vertreterin
    geschäftsführer geschäftsführerin beamter mitarbeiter mitarbeiterin kritiker gegner professor professorin`,
  groups: `experten forscher wissenschaftler kritiker politiker zeugen augenzeugen behörden ermittler beamte anwälte vertreter
    medien zeitungen demonstranten gegner befürworter analysten ärzte mitarbeiter bewohner anwohner abgeordnete beobachter
    angehörige gewerkschaften verbände parteien veranstalter organisatoren betreiber umweltschützer tierschützer aktivisten
    fans spieler eltern schüler lehrer menschenrechtsorganisationen`,
  organisations: `partei regierung bundesregierung ministerium polizei staatsanwaltschaft gericht bundestag kommission rat
    verband verein gewerkschaft unternehmen konzern firma bank universität institut zeitung agentur nachrichtenagentur
    sender behörde amt bundesamt stiftung organisation fraktion opposition koalition feuerwehr armee militär gesellschaft
    kirche stadt senat parlament ag gmbh ev magazin spiegel bericht studie umfrage zentrum bund union dienst wetterdienst`,
  times: `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august
    september oktober november dezember weihnachten ostern morgen abend nacht woche monat
    jahr tag uhr vormittag nachmittag mittag prozent`,
  reportedMood: `sei seien seiest habe habest werde müsse könne solle wolle dürfe möge gebe gehe komme stehe liege lasse mache
    nehme halte bleibe wisse finde bringe führe trage gelte brauche zeige sehe bestehe bedeute handle handele spreche
    verfüge erhalte hätten wären würden müssten könnten sollten`,
  female: `frau sie ihr präsidentin kanzlerin bundeskanzlerin ministerin sprecherin vorsitzende leiterin chefin direktorin
    politikerin abgeordnete professorin königin expertin anwältin richterin zeugin mutter tochter schwester`,
  male: `herr er ihm ihn präsident kanzler bundeskanzler minister sprecher vorsitzender leiter chef direktor politiker
    abgeordneter professor könig experte anwalt richter zeuge vater sohn bruder mann papst`,
  abbreviations: `dr prof hr fr bzw ca usw vgl evtl ggf nr str hl sog mio mrd jr sen st abs art bspw inkl max min mind mr mrs ms
    jan feb mär apr jun jul aug sep sept okt nov dez tel std zzgl geb gest u.a z.b d.h`,
  telling: 'der die das und ist nicht mit von für auf dem den des ein eine sich werden auch sie im zu',
  particles: 'von van der den de zu zum zur vom bin ibn al el la le du di da',
}
