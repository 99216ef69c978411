import type { LanguageWords } from './language'

export const english: LanguageWords = {
  code: 'en',
  speech: `say says said saying tell tells told telling ask asks asked asking add adds added adding write writes wrote
    written writing tweet tweets tweeted tweeting post posts posted reply replies replied replying cry cries cried
    answer answers answered answering exclaim exclaims exclaimed continue continues continued claim claims claimed
    claiming argue argues argued arguing insist insists insisted insisting explain explains explained explaining note
    notes noted noting declare declares declared declaring state states stated stating announce announces announced
    announcing call calls called calling describe describes described describing repeat repeats repeated repeating
    observe observes observed remark remarks remarked inquire inquired demand demands demanded demanding respond
    responds responded responding report reports reported reporting warn warns warned warning suggest suggests
    suggested suggesting acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting concede
    concedes conceded confirm confirms confirmed confirming deny denies denied denying vow vows vowed vowing pledge
    pledges pledged pledging promise promises promised promising urge urges urged urging charge charges charged
    accuse accuses accused accusing allege alleges alleged alleging assert asserts asserted asserting contend contends
    contended counter counters countered counsel joke jokes joked joking quip quips quipped predict predicts predicted
    predicting propose proposes proposed proposing recall recalls recalled recalling reveal reveals revealed revealing
    boast boasts boasted brag brags bragged shout shouts shouted shouting yell yells yelled whisper whispered snap
    snapped retort retorted testify testifies testified stress stresses stressed stressing emphasize emphasizes
    emphasized emphasise emphasised maintain maintains maintained mention mentions mentioned mentioning complain
    complains complained complaining comment comments commented commenting conclude concludes concluded caution
    cautions cautioned criticize criticizes criticized criticizing criticise criticised condemn condemns condemned
    praise praises praised praising blast blasts blasted slam slams slammed decry decried denounce denounces denounced
    mock mocks mocked mocking lament lamented laments opine opined proclaim proclaimed proclaims recount recounted
    tout touts touted touting dub dubs dubbed label labels labeled labelled read reads quote quotes quoted cite cites
    cited citing refer refers referred referring speak speaks spoke speaking talk talks talked talking dismiss
    dismisses dismissed dismissing defend defends defended reiterate reiterates reiterated reason reasoned joked agree
    agrees agreed disagree disagrees disagreed advise advises advised promised disclosed discloses disclose imply
    implies implied insinuated indicate indicates indicated indicating signal signaled signals caution hail hailed
    hails express expresses expressed expressing chant chanted chanting wonder wondered wondering summed relayed
    clarified clarify elaborated ranted bemoaned begged pleaded swore apologized apologised interjected chimed opened
    began begins`,
  mind: `think thinks thought thinking believe believes believed believing want wants wanted wanting hope hopes hoped
    hoping feel feels felt know knows knew known fear fears feared expect expects expected expecting consider considers
    considered see sees saw wish wishes wished plan plans planned intend intends intended support supports supported
    supporting oppose opposes opposed opposing decide decides decided vote votes voted voting favor favors favored
    reject rejects rejected rejecting worry worries worried doubt doubts doubted assume assumes assumed find finds found
    conclude show shows showed shown learn learned remember remembers remembered realize realizes realized understand
    understands understood recognize recognizes recognized regard regards regarded question questions questioned
    endorse endorses endorsed endorsing call calls seek seeks sought attack attacks attacked back backs backed rule
    ruled order ordered orders request requested requests require requires required allow allows allowed ban bans
    banned prefer prefers preferred like likes liked love loves loved hate hates hated try tries tried trying need
    estimate estimates estimated imagine imagines hear heard discuss discussed discusses discussing debate debated
    guess guesses bet figure figures figured care cares cared blame blames blamed credit credits credited argue`,
  speechNouns: `statement statements claim claims comment comments remark remarks speech interview tweet tweets question
    questions answer answers promise pledge vow warning accusation accusations allegation allegations argument call
    calls criticism plan plans proposal belief view views opinion idea suggestion report reports email emails letter
    message memo op-ed word words assertion declaration request demand decision fear fears hope hopes desire concern
    concerns position stance endorsement support opposition`,
  according: 'according per',
  he: 'he him himself',
  she: 'she her herself',
  they: 'they them themselves others some many several most both everyone everybody nobody somebody someone those anyone one',
  it: 'it itself',
  speaking: 'i me we us you myself ourselves yourself',
  determiners:
    'the a an this that these those another each every either neither no any all few one two three four five six ten',
  possessives: 'his her its their our my your',
  prepositions: `of in on at by for with from to into onto about over under after before during against between among
    through toward towards upon within without since until despite including than as like near outside inside behind
    beyond across amid around off up down out via`,
  conjunctions:
    'and or but nor yet so because while although though if unless whereas when where how why whether what once as',
  relatives: 'who whom whose which that',
  auxiliaries: `is are was were be been being am has have had having do does did doing will would shall should can could
    may might must won't wouldn't can't couldn't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't
    shouldn't 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m to not never`,
  adverbs: `also then now later earlier recently already still just even again however meanwhile instead perhaps maybe
    yesterday today tomorrow here there once often always sometimes long repeatedly publicly previously only too very
    more less most least so much well yet ever moreover furthermore indeed finally first second last next ago rather
    quite simply clearly certainly probably possibly apparently reportedly`,
  titles: `mr mrs ms miss mx dr prof sen rep gov gen lt col sgt capt maj cmdr adm rev hon sir dame lord lady president
    senator representative congressman congresswoman governor secretary judge justice general colonel captain sergeant
    mayor professor doctor minister chancellor premier ambassador attorney officer detective sheriff chief chairman
    chairwoman speaker king queen prince princess pope bishop cardinal father sister pastor reverend imam rabbi
    former then first lady vice prime state`,
  roles: `spokesman spokeswoman spokesperson president leader senator congressman congresswoman governor mayor minister
    secretary chairman chairwoman chair director manager adviser advisor aide analyst strategist expert professor
    researcher scientist economist historian author writer reporter journalist editor columnist correspondent host
    anchor lawyer attorney judge prosecutor officer official lawmaker legislator candidate nominee billionaire
    businessman businesswoman executive ceo founder activist advocate consultant operative pollster surrogate
    ambassador general commander sheriff pastor priest bishop teacher student doctor physician nurse farmer worker
    driver voter supporter critic opponent rival resident neighbor witness man woman mother father wife husband son
    daughter brother sister friend source insider veteran celebrity actor actress singer coach player victim moderator
    chief head member premier chancellor king queen prince pope owner partner counsel guest delegate democrat
    republican independent conservative liberal socialist mogul tycoon diplomat envoy fellow deputy counterpart person`,
  groups: `officials democrats republicans lawmakers critics supporters experts analysts economists scientists
    researchers sources voters people reporters journalists authorities police prosecutors investigators lawyers
    attorneys advisers advisors aides leaders senators members conservatives liberals activists advocates opponents
    rivals strategists operatives insiders observers residents witnesses doctors students teachers workers veterans
    protesters americans men women parents friends candidates delegates governors executives pollsters donors media
    outlets newspapers polls surveys others allies surrogates progressives pundits commentators moderators judges`,
  organisations: `party campaign committee house senate congress administration government ministry department agency
    bureau council court commission association institute university college school center centre foundation group
    company corporation corp inc ltd llc bank union league organization organisation network news times post journal
    press magazine herald tribune guardian review university fund society alliance coalition board office service
    police army force staff team club church federation authority poll survey study report newspaper website station
    channel magazine paper white`,
  times: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter morning afternoon evening night week month year day`,
  reportedMood: 'would',
  female: `mrs ms miss she her herself congresswoman spokeswoman chairwoman businesswoman woman mother wife daughter
    sister actress queen princess lady madam dame`,
  male: `mr he him himself congressman spokesman chairman businessman man father husband son brother actor king prince
    sir lord`,
  abbreviations: `mr mrs ms mx dr prof sen rep reps sens gov govs gen lt col sgt capt maj cmdr adm rev hon st jr sr vs inc
    ltd corp co no jan feb mar apr jun jul aug sept sep oct nov dec mt ft messrs pres sec treas dept univ est approx
    fig eq al etc cf vol pp ed eds`,
  telling: 'the and of to that is was for with said his they this have from are not by be has he',
  particles: 'de la del della di da von van der den bin ibn al el le du dos ten ter',
}
