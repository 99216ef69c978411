import type { Id } from '@shared/base/ids'
import type { Block } from '@shared/domain/block'
import { useEffect, useState } from 'react'
import { type ReadableNotebook, useReadableNotebook } from './readable-notebook'

/** Texts kept at hand, for going back and forth between articles. */
const KEPT = 8

const keptTexts = new WeakMap<ReadableNotebook, Map<Id, readonly Block[]>>()

function keptBy(notebook: ReadableNotebook): Map<Id, readonly Block[]> {
  const known = keptTexts.get(notebook)
  if (known) return known
  const texts = new Map<Id, readonly Block[]>()
  keptTexts.set(notebook, texts)
  return texts
}

async function readText(notebook: ReadableNotebook, versionId: Id): Promise<readonly Block[]> {
  const blocks = await notebook.blocksOf(versionId)
  const texts = keptBy(notebook)
  texts.set(versionId, blocks)
  for (const oldest of texts.keys()) {
    if (texts.size <= KEPT) break
    texts.delete(oldest)
  }
  return blocks
}

/** The blocks of a version; undefined until they are read. The same version always gives the same list. */
export function useBlocks(versionId: Id | null | undefined): readonly Block[] | undefined {
  const notebook = useReadableNotebook()
  const [read, setRead] = useState<{ readonly id: Id; readonly blocks: readonly Block[] } | null>(null)
  const atHand = versionId ? keptBy(notebook).get(versionId) : undefined
  useEffect(() => {
    if (!versionId || keptBy(notebook).has(versionId)) return
    let isWanted = true
    void readText(notebook, versionId).then((blocks) => {
      if (isWanted) setRead({ id: versionId, blocks })
    })
    return () => {
      isWanted = false
    }
  }, [notebook, versionId])
  return atHand ?? (read?.id === versionId ? read?.blocks : undefined)
}
