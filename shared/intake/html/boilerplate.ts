import type { DomElement } from './dom'

/** Names of classes and ids as words: "relatedArticles__item-2" becomes " related articles item 2 ". */
export function nameWords(element: DomElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.id ?? ''} ${element.getAttribute('data-component') ?? ''}`
  return ` ${names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^a-zA-Z0-9]+/g, ' ')
    .toLowerCase()
    .trim()} `
}

const oneOf = (words: string) =>
  new RegExp(
    ` (?:${words
      .trim()
      .split(/\s*\n\s*|\s+\|\s+/)
      .join('|')}) `,
  )

/** Words that name what surrounds an article, whatever is inside. */
const ALWAYS = oneOf(`
  comments? | commentlist | comment list | comments? area | disqus | respond | replies | leserkommentare?
  share | sharing | sharebar | sharebuttons? | sharedaddy | addtoany | social(?: media| links| bar| icons?| buttons?| share)? | socials?
  newsletters? | news letter | subscribe | subscription | signup | sign up | abo(?:box| box| teaser)? | paywall
  related | relatedposts? | relateds | recommended | recommendations? | yarpp | jp relatedposts | readmore box | read also | more stories | more news
  most read | mostread | most popular | popular posts | trending | meistgelesen | top stories
  breadcrumbs? | bread crumbs? | pagination | pager | paginator | page nav | post navigation | nav links | navigation | navbar | nav | menu | submenu | sitemap
  cookies? | cookie banner | consent | gdpr | privacy notice
  ad | ads | advert | adverts | advertise | advertisement | advertising | adslot | ad slot | adsense | ad unit | anzeige | werbung | sponsor | sponsored | sponsors | publicidad | reklama
  sidebar | side bar | footer | site header | page header | masthead | topbar | top bar | off canvas | offcanvas
  tags? list | tag links | tagcloud | tag cloud | post tags | entry tags | article tags | tags links | tags | keywords | cat links | post categories
  author box | author bio | authorbox | about author | author info | author card | author description | abouttheauthor
  login | log in form | popup | pop up | modal | lightbox | overlay | toast | toolbar | tooltip
  print only | printonly | noprint | no print | screen reader text | screen reader | sr only | visually hidden | visuallyhidden | element invisible
  rating | ratings | star rating | vote | votes | voting | poll | quiz | survey
  entry utility | entry meta | post meta | article meta | metadata | meta info | byline | dateline | post info | postinfo | postmeta | entry footer | post footer
  copyright | image credit | photo credit | img credit | credits? | img copyright | toc | table of contents | inhaltsverzeichnis
  jump link | skip link | skip to | back to top | scroll top | outbrain | taboola | donate | donation | crowdfunding | spenden
`)

/** Words that name surroundings only where the content is mostly links. */
const IF_LINKED = oneOf(`
  teasers? | teaser list | promos? | promo box | linkbox | link box | links? list | linklist | article list | articles | headlines | cards? | swiper | carousel | slider
  box | infobox | widget | widgets | widget area | list | grid | more | next | prev | previous | archive | gallery nav | download | downloads | actions? | buttons? | cta | service | meta | info | recirculation | suggested | suggestions | also | weiterlesen | mehr zum thema | themen
`)

const ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'tooltip',
  'tablist',
])
const TAGS = new Set(['nav', 'footer', 'aside', 'dialog', 'menu', 'address'])

function isHidden(element: DomElement): boolean {
  const style = element.getAttribute('style')
  return (
    element.hasAttribute('hidden') ||
    (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  )
}

/** Names that say whether a part of the page carries advertisements, not that it is one. */
const ABOUT_ADS = / (?:has|with|no|without|show) (?:ads?|sidebar|footer|nav|menu|comments?) /g

/** How sure it is that an element only surrounds articles; `ifLinked` holds where its text is mostly links. */
export type Suspicion = 'none' | 'ifLinked' | 'certain'

/** Judges an element by its tag, role, visibility and the words in its class and id; never by its site. */
export function suspectElement(element: DomElement): Suspicion {
  if (TAGS.has(element.localName) || isHidden(element)) return 'certain'
  if (ROLES.has(element.getAttribute('role') ?? '')) return 'certain'
  const words = nameWords(element).replace(ABOUT_ADS, ' ')
  if (words.trim() === '') return 'none'
  if (ALWAYS.test(words)) return 'certain'
  return IF_LINKED.test(words) ? 'ifLinked' : 'none'
}
