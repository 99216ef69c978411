const oneOf = (phrases: string) =>
  phrases
    .trim()
    .split(/\s*\n\s*/)
    .join('|')

/** Openings of lines that send the reader to another article. */
const POINTER = new RegExp(
  `^[\\s>»›→▶•*+(\\[-]*(?:${oneOf(`
    (?:read|see|watch|listen)(?: also| more| next| too|:)
    also read|more:|more on this|you (?:may|might) (?:also )?(?:like|be interested)
    recommended(?: reading| for you|:)|related(?: articles?| stories| topics?| posts?| content|:)
    (?:lesen|sehen|hören) sie (?:auch|dazu|hier|mehr|jetzt|weiter)|mehr (?:zum thema|dazu|lesen|infos?:|news)|auch interessant|auch lesen|das könnte (?:sie|dich)|lesetipp|weiterlesen|weiter lesen|zum thema:|passend dazu|siehe auch
    (?:a )?lire (?:aussi|également)|voir aussi|à lire|sur le même (?:sujet|thème)
    leer (?:también|más)|lee también|te puede interesar|puedes? ver:|ver también|mira también|además:
    leggi anche|potrebbe interessarti|guarda anche|leia (?:também|mais)|veja também|saiba mais
    lees ook|bekijk ook|lue myös|läs (?:också|mer)|les også|læs også|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|przeczytaj
    читайте также|смотрите также|читать также|ayrıca bakınız|اقرأ أيضا|إقرأ أيضا|קראו גם|関連記事|相关阅读|相關閱讀
  `)})`,
  'i',
)

/** Lines that say who made a picture, or that what follows is paid for. */
const CREDIT = new RegExp(
  `^[\\s(\\[]*(?:${oneOf(`
    (?:photos?|fotos?|bild(?:er|quelle|nachweis|rechte)?|image|picture|photograph|grafik|illustration|crédit(?: photo)?|foto(?:graf|credit|grafie)|titelbild|beitragsbild|photo credit|image credit|symbolbild|zdj)s?\\.?(?: by| via| von| credits?| source| courtesy)?\\s*[:：]
    credits?\\s*:|©|\\(c\\)|copyright\\b|\\(?getty images
    advertise?ments?:?$|anzeige:?$|werbung:?$|publicité$|publicidad$|pubblicità$|reklama$|реклама$|annonse$|advertentie$|sponsored$|ad$
    (?:veröffentlicht|aktualisiert|publiziert|stand|published|updated|last updated|posted|publicado|actualizado|publié|mis à jour)(?: on| am| le| el)?\\s*:?\\s*[\\d(]
  `)})`,
  'i',
)

/** Headings and lines after which only boilerplate comes. */
const ENDING = new RegExp(
  `^[\\s>»›(\\[-]*(?:${oneOf(`
    comments?\\b|\\d+ comments?\\b|leave a (?:reply|comment)|post a comment|share (?:this|on)\\b|related\\b|more (?:from|in|on|stories|news|articles)\\b|read more|about the author|tags?:|categories:|filed under|most read|most popular|latest (?:news|posts|articles)|you (?:may|might) also|sign up|subscribe|newsletter|follow us
    kommentare?\\b|\\d+ kommentare?|kommentar (?:schreiben|verfassen|hinterlassen)|schreibe? (?:einen|uns)|ähnliche (?:artikel|beiträge|themen)|weitere (?:artikel|beiträge|meldungen|news|themen|nachrichten|informationen zum|infos|aktuelle)|mehr (?:zum thema|aus|von|artikel|zu)\\b|das könnte (?:sie|dich)|auch interessant|über (?:den|die) autor|schlagw(?:orte|örter)|teilen\\b|jetzt teilen|diesen (?:artikel|beitrag) teilen|zurück zur|meist ?gelesen|verwandte (?:artikel|themen|beiträge)|themen:|lesen sie auch|rückfragen|pressekontakt|kontakt:
    commentaires?\\b|articles? (?:liés|similaires|connexes)|partager\\b|à lire aussi|sur le même sujet
    comentarios?\\b|artículos relacionados|noticias relacionadas|te puede interesar|comparte\\b|más (?:noticias|información)\\b|etiquetas
    commenti\\b|articoli correlati|condividi\\b|leggi anche|comentários\\b|notícias relacionadas|leia também
    reacties\\b|gerelateerde|lees ook|komentarze\\b|podobne artykuły|zobacz (?:także|też|również)|powiązane|читайте также|комментарии|関連記事|コメント|相关新闻|相關新聞|تعليقات|مواضيع ذات صلة|תגובות
  `)})`,
  'i',
)

/** Whether a line sends the reader elsewhere ("Read also: …") and says nothing itself. */
export function isPointer(text: string): boolean {
  return text.length < 220 && POINTER.test(text)
}

/** Whether a line credits a picture, announces an advertisement or states when the page was updated. */
export function isCredit(text: string): boolean {
  return text.length < 160 && CREDIT.test(text)
}

/** Whether a heading or short line announces what follows an article: comments, related articles, sharing. */
export function endsArticle(text: string): boolean {
  return ENDING.test(text)
}
