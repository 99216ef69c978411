import { newId } from '@shared/base/ids'
import { listAsSource } from '@shared/bundle/source'
import { summariseExport } from '@shared/bundle/summarise-export'
import { create, edit } from '@shared/changes/compose'
import { Colleague } from '@test/support/colleague'
import { describe, expect, it } from 'vitest'

describe('the summary of an export', () => {
  it('counts private notes that notes which go along name, or once named', async () => {
    const ada = new Colleague('Ada Fenn')
    const [hidden, other, shown, later] = [newId(), newId(), newId(), newId()] as const
    const note = (title: string, isPrivate: boolean, target?: string) => ({
      title,
      private: isPrivate,
      content: { root: { type: 'root', children: target ? [{ type: 'reference', target, text: 'x' }] : [] } },
    })
    ada.change(create('note', hidden, note('My doubts', true)), create('note', other, note('Fears', true)))
    ada.change(create('note', shown, note('Report', false, hidden)))
    ada.change(create('note', later, note('Plan', false, hidden)))
    const source = listAsSource(ada.histories())
    expect(await summariseExport(source, {})).toMatchObject({ privateNotes: 2, namedPrivateNotes: 1 })
    ada.change(
      edit('note', shown, { content: note('', false).content }),
      edit('note', later, { deleted: true }),
    )
    const after = listAsSource(ada.histories())
    expect(await summariseExport(after, {})).toMatchObject({ privateNotes: 2, namedPrivateNotes: 1 })
    expect(await summariseExport(after, { only: new Set([hidden]) })).toMatchObject({
      privateNotes: 1,
      namedPrivateNotes: 0,
    })
    expect(await summariseExport(after, { privateNotes: true })).toMatchObject({
      privateNotes: 0,
      namedPrivateNotes: 0,
    })
  })
})
