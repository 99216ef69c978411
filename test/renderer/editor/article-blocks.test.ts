import { LinkNode } from '@lexical/link'
import { ArticleBlockNode } from '@renderer/editor/article-block-node'
import { $nodeOfBlock, $readBlocks } from '@renderer/editor/article-blocks'
import { BARRIER_REPORT, FUND_REPORT } from '@renderer/sample/articles'
import type { Block } from '@shared/domain/block'
import { $getRoot, createEditor } from 'lexical'
import { describe, expect, it } from 'vitest'

function throughEditor(blocks: readonly Block[]): readonly Block[] {
  const editor = createEditor({
    nodes: [ArticleBlockNode, LinkNode],
    onError(error) {
      throw error
    },
  })
  editor.update(() => void $getRoot().append(...blocks.map($nodeOfBlock)), { discrete: true })
  return editor.getEditorState().read($readBlocks)
}

describe('an article in the editor', () => {
  it.each([
    ['one report', BARRIER_REPORT],
    ['the other report', FUND_REPORT],
  ])('comes out as it went in: %s', (_, blocks) => {
    expect(throughEditor(blocks)).toEqual(blocks)
  })

  it('keeps every kind of block, with levels, numbers, cells, lines and rules', () => {
    const blocks: Block[] = [
      { type: 'heading', level: 3, text: 'Ships' },
      { type: 'listItem', level: 2, ordered: true, text: 'second level' },
      { type: 'quotation', text: 'quoted' },
      { type: 'preformatted', text: 'a\n  b' },
      { type: 'tableRow', text: 'year\t1902\t' },
      { type: 'caption', text: '👩‍👩‍👧 عنوان' },
      { type: 'rule', text: '' },
    ]
    expect(throughEditor(blocks)).toEqual(blocks)
  })

  it('keeps overlapping marks and links', () => {
    const block: Block = {
      type: 'paragraph',
      text: 'bold and slanted with a link',
      marks: [
        { type: 'bold', start: 0, end: 8 },
        { type: 'italic', start: 5, end: 16 },
        { type: 'link', start: 24, end: 28, href: 'https://example.org/a' },
      ],
    }
    const [kept] = throughEditor([block])
    expect(kept?.text).toBe(block.text)
    expect([...(kept?.marks ?? [])].sort((a, b) => a.start - b.start)).toEqual(block.marks)
  })

  it('leaves out blocks that were emptied', () => {
    expect(
      throughEditor([
        { type: 'paragraph', text: ' ' },
        { type: 'paragraph', text: 'kept' },
      ]),
    ).toEqual([{ type: 'paragraph', text: 'kept' }])
  })
})
