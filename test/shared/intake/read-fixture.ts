import { readFileSync } from 'node:fs'
import { blocksToText } from '@shared/domain/block'
import type { ArticleDraft } from '@shared/intake/article-draft'
import { readArticle } from '@shared/intake/intake'

/** Reads an article of test/fixtures/articles, failing the test when it cannot be read. */
export async function readFixture(name: string): Promise<ArticleDraft> {
  const bytes = readFileSync(new URL(`../../fixtures/articles/${name}`, import.meta.url))
  const draft = await readArticle(name, new Uint8Array(bytes))
  if (!draft.ok) throw new Error(draft.error.message)
  return draft.value
}

/** Reads a text as a file of that name. */
export function readSource(name: string, source: string) {
  return readArticle(name, new TextEncoder().encode(source))
}

export const textOf = (draft: ArticleDraft) => blocksToText(draft.blocks)
