// biome-ignore lint/suspicious/noExplicitAny: a document is looked into and broken everywhere
export type Tree = Record<string, any>

/** A document that uses all of the model that the schemas speak of. */
export const everything = (): Tree => ({
  '@context': ['http://www.w3.org/ns/anno.jsonld', 'https://terms.example/'],
  id: 'https://notes.example/all',
  type: ['AnnotationCollection', 'https://terms.example/Shelf'],
  label: 'Shelf',
  total: 3,
  last: 'https://notes.example/all/2',
  first: {
    id: 'https://notes.example/all/1',
    type: 'AnnotationPage',
    partOf: 'https://notes.example/all',
    startIndex: 0,
    next: 'https://notes.example/all/2',
    prev: 'https://notes.example/all/0',
    items: [
      {
        id: 'urn:uuid:1',
        type: 'Annotation',
        motivation: ['commenting', 'tagging'],
        creator: {
          id: 'urn:uuid:ada',
          type: 'Person',
          name: 'Ada',
          nickname: 'A',
          email: 'mailto:a@x.example',
        },
        generator: ['https://program.example/'],
        created: '2025-05-01T08:00:00Z',
        generated: '2025-05-01T08:00:00.5Z',
        modified: '2025-05-02T08:00:00Z',
        rights: 'https://licence.example/',
        canonical: 'urn:uuid:first',
        via: ['https://elsewhere.example/1'],
        body: [
          'https://notes.example/reply',
          {
            type: 'TextualBody',
            value: 'Calm weather',
            purpose: 'commenting',
            language: 'en',
            processingLanguage: 'en',
            textDirection: 'ltr',
            created: '2025-05-01T08:00:00Z',
            modified: '2025-05-01T08:00:00Z',
          },
          { type: 'Choice', items: ['https://notes.example/a', { type: 'TextualBody', value: 'b' }] },
        ],
        target: [
          { id: 'https://paper.example/', type: 'Text', format: 'text/html' },
          {
            type: 'SpecificResource',
            source: 'https://paper.example/mill',
            purpose: 'identifying',
            scope: 'https://paper.example/',
            selector: [
              'https://paper.example/selectors/1',
              { type: 'FragmentSelector', value: 'page=2', conformsTo: 'http://tools.ietf.org/rfc/rfc3778' },
              { type: 'CssSelector', value: 'p' },
              { type: 'XPathSelector', value: '/html' },
              { type: 'TextQuoteSelector', exact: 'mill', prefix: 'old ', suffix: ' closed' },
              { type: 'TextPositionSelector', start: 4, end: 8 },
              { type: 'DataPositionSelector', start: 4, end: 8 },
              { type: 'SvgSelector', value: '<svg/>' },
              {
                type: 'RangeSelector',
                startSelector: { type: 'XPathSelector', value: '//p[1]' },
                endSelector: { type: 'XPathSelector', value: '//p[2]' },
                refinedBy: { type: 'TextPositionSelector', start: 0, end: 1 },
              },
            ],
          },
        ],
      },
      { id: 'urn:uuid:2', type: 'Annotation', bodyValue: 'Calm', target: 'https://paper.example/mill' },
    ],
  },
})

const FIRST = 'first.items.0'
const BODY = `${FIRST}.body.1`
const SPECIFIC = `${FIRST}.target.1`
const SELECTOR = `${SPECIFIC}.selector`

/** For each MUST of the schemas, ways to break it: what to set at a place in the document; undefined takes it away. */
export const BREAKS: Readonly<Record<string, readonly (readonly [path: string, value: unknown])[]>> = {
  "3.1 and 5.1: the context of annotations is among a document's contexts": [
    ['@context', undefined],
    ['@context', ['https://terms.example/']],
  ],
  '3.1: an annotation has exactly one id, an IRI': [
    [`${FIRST}.id`, undefined],
    [`${FIRST}.id`, ['urn:uuid:1', 'urn:uuid:2']],
    [`${FIRST}.id`, 'not an IRI'],
  ],
  "3.1: Annotation is among an annotation's types": [
    [`${FIRST}.type`, undefined],
    [`${FIRST}.type`, 'Note'],
    [`${FIRST}.type`, ['https://terms.example/Note']],
  ],
  '3.1: an annotation has one target or more': [
    [`${FIRST}.target`, undefined],
    [`${FIRST}.target`, []],
  ],
  '3.2: each body is an IRI, a web resource, an embedded text, a specific resource or a choice': [
    [`${FIRST}.body.0`, 7],
    [`${FIRST}.body.0`, { type: 'https://terms.example/Nothing' }],
  ],
  '3.2.1: a body or target elsewhere on the web has exactly one IRI': [
    [`${FIRST}.target.0.id`, undefined],
    [`${FIRST}.target.0.id`, ['https://paper.example/', 'https://paper.example/2']],
  ],
  '3.2.1: a resource has at most one processing language': [[`${BODY}.processingLanguage`, ['en', 'de']]],
  '3.2.1: the direction of a text is ltr, rtl or auto': [[`${BODY}.textDirection`, 'down']],
  '3.2.4: an embedded text has exactly one value, a text': [
    [`${BODY}.value`, undefined],
    [`${BODY}.value`, ['one', 'two']],
  ],
  '3.2.4, 3.2.7 and 4: what says that it is an embedded text, a choice or a specific resource has what makes it one':
    [
      [BODY, { id: 'urn:uuid:text', type: 'TextualBody' }],
      [BODY, { id: 'urn:uuid:choice', type: ['Choice'] }],
      [SPECIFIC, { id: 'urn:uuid:specific', type: 'SpecificResource' }],
    ],
  '3.2.5: a body that is a mere string is one text, and stands alone': [
    ['first.items.1.bodyValue', ['Calm', 'Storm']],
    ['first.items.1.body', 'https://notes.example/reply'],
  ],
  '3.2.7: a choice says so by its type and lists what there is to choose from': [
    [`${FIRST}.body.2.items`, undefined],
    [`${FIRST}.body.2.items`, []],
    [`${FIRST}.body.2.type`, undefined],
  ],
  '3.3.1: a body or target is created at most once, at a time in UTC': [[`${BODY}.created`, '2025-05-01']],
  '3.3.1: a body or target was last modified at most once, at a time in UTC': [
    [`${BODY}.modified`, '2025-05-01T08:00:00+02:00'],
  ],
  '3.3.1: each creator is an agent': [[`${FIRST}.creator`, 7]],
  '3.3.1: each generator is an agent': [[`${FIRST}.generator`, [7]]],
  '3.3.1: an annotation is created at most once, at a time in UTC': [
    [`${FIRST}.created`, '2025-05-01T08:00:00'],
    [`${FIRST}.created`, ['2025-05-01T08:00:00Z', '2025-05-02T08:00:00Z']],
  ],
  '3.3.1: an annotation is generated at most once, at a time in UTC': [[`${FIRST}.generated`, 1746086400]],
  '3.3.1: an annotation was last modified at most once, at a time in UTC': [
    [`${FIRST}.modified`, 'yesterday'],
  ],
  '3.3.2: an agent has at most one id, an IRI': [[`${FIRST}.creator.id`, ['urn:uuid:ada', 'urn:uuid:ben']]],
  "3.3.2: an agent's names are texts": [[`${FIRST}.creator.name`, { en: 'Ada' }]],
  '3.3.2: an agent has at most one nickname': [[`${FIRST}.creator.nickname`, ['A', 'Q']]],
  '3.3.5: a motivation is named by an IRI or a term, or several': [
    [`${FIRST}.motivation`, { why: 'commenting' }],
    [`${FIRST}.motivation`, 'to comment'],
  ],
  '3.3.5 and 4.1: a purpose is named by an IRI or a term, or several': [[`${BODY}.purpose`, 'to comment']],
  '3.3.6: rights are IRIs': [[`${FIRST}.rights`, 'all of them reserved']],
  '3.3.7: an annotation has at most one canonical IRI': [
    [`${FIRST}.canonical`, ['urn:uuid:a', 'urn:uuid:b']],
  ],
  '3.3.7: where an annotation came from is an IRI, or several': [[`${FIRST}.via`, 'from a friend']],
  '4: a specific resource has exactly one source, an IRI or a described resource': [
    [`${SPECIFIC}.source`, undefined],
    [`${SPECIFIC}.source`, ['https://paper.example/1', 'https://paper.example/2']],
  ],
  '4.2: a selector says by its one type which kind it is': [
    [`${SELECTOR}.4.type`, undefined],
    [`${SELECTOR}.4.type`, ['TextQuoteSelector', 'TextPositionSelector']],
    [`${SELECTOR}.4.type`, 'QuoteSelector'],
  ],
  '4.2.1 to 4.2.3: a fragment, CSS or XPath selector has exactly one value, a text': [
    [`${SELECTOR}.1.value`, undefined],
    [`${SELECTOR}.2.value`, ['p', 'q']],
    [`${SELECTOR}.3.value`, undefined],
  ],
  '4.2.1: a fragment selector conforms to at most one specification, an IRI': [
    [`${SELECTOR}.1.conformsTo`, ['a', 'b']],
  ],
  '4.2.4: a text quote selector has exactly one exact, a text': [
    [`${SELECTOR}.4.exact`, undefined],
    [`${SELECTOR}.4.exact`, ['mill', 'wheel']],
  ],
  '4.2.4: a text quote selector has at most one prefix, a text': [[`${SELECTOR}.4.prefix`, ['old ', 'the ']]],
  '4.2.4: a text quote selector has at most one suffix, a text': [[`${SELECTOR}.4.suffix`, null]],
  '4.2.5 and 4.2.6: a position selector has a start and an end': [
    [`${SELECTOR}.5.start`, undefined],
    [`${SELECTOR}.6.end`, undefined],
  ],
  '4.2.5 and 4.2.6: a start is one whole number, not below zero': [
    [`${SELECTOR}.5.start`, -1],
    [`${SELECTOR}.5.start`, [4, 5]],
  ],
  '4.2.5 and 4.2.6: an end is one whole number, not below zero': [
    [`${SELECTOR}.5.end`, 8.5],
    [`${SELECTOR}.6.end`, '8'],
  ],
  '4.2.7: an SVG selector has at most one value, a text': [[`${SELECTOR}.7.value`, ['<svg/>', '<svg/>']]],
  '4.2.8: a range selector has one selector of its start and one of its end': [
    [`${SELECTOR}.8.startSelector`, undefined],
    [`${SELECTOR}.8.endSelector`, undefined],
    [`${SELECTOR}.8.endSelector`, { type: 'XPathSelector' }],
  ],
  '4.2.9: what refines a selector is a selector, or several': [
    [`${SELECTOR}.8.refinedBy`, { type: 'Nearer' }],
  ],
  '4.6: a scope is an IRI, or several': [[`${SPECIFIC}.scope`, { page: 2 }]],
  '5.1: a collection has exactly one id, an IRI': [
    ['id', undefined],
    ['id', ['https://notes.example/all', 'https://notes.example/2']],
  ],
  "5.1: AnnotationCollection is among a collection's types": [['type', 'Collection']],
  '5.1: a total is one whole number, not below zero': [
    ['total', -1],
    ['total', 2.5],
  ],
  '5.1: a collection that is not empty has exactly one first page': [['first', undefined]],
  '5.1: a collection has at most one last page': [
    ['last', ['https://notes.example/2', 'https://notes.example/3']],
  ],
  '5.2: a page has exactly one id, an IRI': [['first.id', undefined]],
  "5.2: AnnotationPage is among a page's types": [['first.type', 'Page']],
  '5.2: a page lists one annotation or more': [
    ['first.items', undefined],
    ['first.items', []],
  ],
  '5.2: a page is part of one collection': [
    ['first.partOf', ['https://notes.example/1', 'https://notes.example/2']],
  ],
  "5.2: the place of a page's first annotation is one whole number, not below zero": [
    ['first.startIndex', -1],
  ],
  '5.2: a page has at most one next page, an IRI': [['first.next', ['urn:uuid:a', 'urn:uuid:b']]],
  '5.2: a page has at most one previous page, an IRI': [['first.prev', 7]],
}

/** The document with one thing set at a place, or taken away. */
export function broken(path: string, value: unknown): Tree {
  const document = everything()
  const steps = path.split('.')
  const last = steps.pop() as string
  const place = steps.reduce<Tree>((tree, step) => tree[step], document)
  if (value === undefined) delete place[last]
  else place[last] = value
  return document
}
