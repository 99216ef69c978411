/** Common given names of the languages that are read, by the gender they mostly tell; those that tell none are left out. */
const FEMALE = `alice alison amanda amelia amy andrea angela anita ann anna anne annette barbara beatrice bernadette beth betty
  brenda bridget camille carla carmen carol caroline catherine cecilia charlotte chloe christina christine claire clara
  claudia cynthia daniela deborah debra denise diana diane dolores donna doris dorothy edith eleanor elena elisabeth elise
  eliza elizabeth ella ellen emily emma erica erika esther eva evelyn fatima fiona florence frances gabriela gabriele
  gertrud gisela gloria grace greta hannah heather heidi heike helen helena helga ilse ingrid irene iris irina isabel
  isabella jacqueline jana jane janet janice jasmine jeanne jennifer jessica joan joanna johanna josephine joyce judith
  judy julia julie karen karin katharina katherine kathleen kathryn katja kirsten klara kristin laura lea lena leila
  linda lisa lucia lucy ludmila luise lydia magdalena margaret margarete maria marie marina marion marlene martha mary
  maya megan melanie melissa michelle miriam monica monika nadia nancy naomi natalia natalie nathalie nicole nina nora
  olga olivia pamela patricia paula petra rachel rebecca renate rita rosa rose ruth sabine samantha sandra sara sarah
  sharon sheila shirley silvia simone sofia sonia sophia sophie stefanie stella stephanie susan susanne svetlana sylvia
  tamara tanja tatiana teresa theresa tina ulrike ursula valerie vanessa vera verena veronica victoria virginia wendy
  yvonne zoe кристина анна мария елена ольга наталья татьяна ирина светлана вера надежда любовь екатерина юлия
  дарья софья марина людмила галина валентина нина алла лариса jiřina věra zdeňka alena lenka hana kateřina lucie
  markéta veronika tereza ivana jitka marta eliška élise hélène françoise valérie amélie inès lucía pilar rosario`
const MALE = `aaron abdul adam adrian ahmed alan albert alejandro alexander alfred ali andreas andrew antonio anthony arnold
  arthur benjamin bernard bernd bill bob boris brandon brian bruce bruno carl carlos charles christian christopher chuck
  claude claus craig daniel dave david dennis derek dieter dirk dmitri dominic donald douglas dan ed eduardo edward
  emil emmanuel enrique eric erik ernst ethan eugene fabian felipe felix fernando florian francisco frank franz fred
  frederick friedrich fritz gary geoffrey georg george gerald gerhard gilbert giovanni gordon greg gregory guido günter
  günther hans harald harold harry hassan heinrich heinz helmut henri henry herbert hermann holger horst howard hubert
  hugo ian ibrahim igor ivan jack jacob jacques jakob james jason javier jeff jeffrey jeremy jerome jim joachim joe
  johann johannes john jonas jonathan jorge jose joseph joshua juan julian jürgen kai karl keith kenneth kevin klaus
  konrad kurt lars larry laurent lawrence leo leon leonard lothar louis luc lucas ludwig luis luke manfred manuel marc
  marcel marco marcus mario mark markus martin mathias matthew matthias maurice max maximilian michael michel miguel mike
  mikhail mohammed moritz nathan neil nicholas nick nicolas nikolai norbert oleg oliver olivier oscar oskar otto pablo
  pascal patrick paul pedro peter petr phil philip philipp philippe pierre rafael rainer ralf ralph raymond reinhard
  rené ricardo richard rob robert roberto roger roland rolf ronald rudolf russell ryan samuel scott sean sebastian
  sergei sergey sergio simon stanley stefan stephen steve steven stuart sven ted thomas thorsten tim timothy tobias todd
  tom tomas uwe viktor vincent vladimir volker walter werner wilhelm william winston wolfgang xavier yuri zachary
  александр сергей дмитрий андрей алексей михаил иван владимир николай пётр павел юрий виктор олег игорь роман
  максим денис евгений антон борис константин jiří jan petr josef pavel tomáš jaroslav miroslav zdeněk václav karel
  milan lukáš ondřej vojtěch františek andré françois frédéric jérôme stéphane josé jesús ángel raúl joaquín`

const listOf = (names: string) => new Set(names.split(/\s+/))
const female = listOf(FEMALE)
const male = listOf(MALE)

/** What gender a given name in lower case mostly tells, or null. */
export function genderOfGivenName(name: string): 'female' | 'male' | null {
  if (female.has(name)) return 'female'
  return male.has(name) ? 'male' : null
}
