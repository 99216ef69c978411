import type { Result } from '@shared/base/result'
import type { ArticleDraft } from '@shared/intake/article-draft'
import type { Pasted } from '@shared/intake/pasted'

/** What the intake worker is asked: one file or one paste; a worker answers once. */
export type IntakeRequest =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly pasted: Pasted }

export type IntakeAnswer = Result<ArticleDraft>
