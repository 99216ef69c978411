import { type Block, blockOffsets, blocksToText, parseBlocks } from '@shared/domain/block'
import { describe, expect, it } from 'vitest'

const BLOCKS: Block[] = [
  { type: 'heading', level: 2, text: 'A day 🌊' },
  { type: 'paragraph', text: 'One word.', marks: [{ type: 'bold', start: 0, end: 3 }] },
  { type: 'preformatted', text: 'a\n  b' },
  { type: 'rule', text: '' },
  { type: 'listItem', level: 1, ordered: true, text: 'first' },
]

describe('canonical text', () => {
  it('joins blocks by one line break and finds each block at its offset', () => {
    const text = blocksToText(BLOCKS)
    expect(text).toBe('A day 🌊\nOne word.\na\n  b\n\nfirst')
    const offsets = blockOffsets(BLOCKS)
    for (const [index, block] of BLOCKS.entries()) {
      expect(text.startsWith(block.text, offsets[index])).toBe(true)
    }
    expect(offsets).toEqual([0, 9, 19, 25, 26])
  })

  it('leaves decomposed letters as the source spells them', () => {
    expect(blocksToText([{ type: 'paragraph', text: 'e\u0301' }])).toBe('e\u0301')
  })
})

describe('parseBlocks', () => {
  it('returns valid blocks unchanged after a round trip through JSON', () => {
    expect(parseBlocks(JSON.parse(JSON.stringify(BLOCKS)))).toEqual({ ok: true, value: BLOCKS })
  })

  it('drops fields it does not know', () => {
    const parsed = parseBlocks([{ type: 'paragraph', text: 'x', onclick: 'bad' }])
    expect(parsed).toEqual({ ok: true, value: [{ type: 'paragraph', text: 'x' }] })
  })

  it.each([
    ['not a list', {}],
    ['an unknown type', [{ type: 'script', text: '' }]],
    ['a line break in a paragraph', [{ type: 'paragraph', text: 'a\nb' }]],
    ['a rule with text', [{ type: 'rule', text: 'x' }]],
    ['a heading of level 7', [{ type: 'heading', level: 7, text: 'x' }]],
    ['a mark past the end', [{ type: 'paragraph', text: 'ab', marks: [{ type: 'bold', start: 0, end: 3 }] }]],
    ['an empty mark', [{ type: 'paragraph', text: 'ab', marks: [{ type: 'bold', start: 1, end: 1 }] }]],
    [
      'a script link',
      [{ type: 'paragraph', text: 'ab', marks: [{ type: 'link', start: 0, end: 1, href: 'javascript:x' }] }],
    ],
    [
      'an address on bold',
      [
        {
          type: 'paragraph',
          text: 'a',
          marks: [{ type: 'bold', start: 0, end: 1, href: 'https://a.example' }],
        },
      ],
    ],
  ])('refuses %s', (_name, value) => {
    expect(parseBlocks(value)).toMatchObject({ ok: false, error: { code: 'blocks-invalid' } })
  })
})
