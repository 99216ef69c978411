import { useIncoming } from '@renderer/navigation/incoming'
import { type BundlePreview, lookAtBundle } from '@renderer/workflows/look-at-bundle'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Unlock } from '@shared/bundle/encryption'
import type { OpenedFile } from '@shared/host/host-api'
import { useEffect, useState } from 'react'
import { useWork, type Work } from './use-work'

/** What to do about a bundle that can't be trusted to be whole, by the code of its failure. */
const ADVICE: Readonly<Record<string, string>> = {
  'bundle-damaged': ' Nothing was changed: ask for the file again.',
  'bundle-unsafe': ' Nothing was changed: ask the sender where the file comes from.',
}

/** How far a bundle that came in is. */
export interface BundleToMerge {
  readonly file: OpenedFile | undefined
  readonly preview: BundlePreview | null
  /** Whether it asks for a passphrase or key, and why the last one did not do. */
  readonly asks: { readonly failure: string | null } | null
  readonly work: Work | null
  readonly unlock: (unlock: Unlock) => void
  /** Puts the bundle away; a sentence says what went wrong. */
  readonly leave: (failure?: string) => void
}

/** The first bundle that waits, checked and looked at. */
export function useBundleToMerge(): BundleToMerge {
  const { bundles, settleBundle, receive } = useIncoming()
  const file = bundles[0]
  const look = useWorkflow(lookAtBundle)
  const { work, run } = useWork()
  const [preview, setPreview] = useState<BundlePreview | null>(null)
  const [asks, setAsks] = useState<BundleToMerge['asks']>(null)
  const [unlock, setUnlock] = useState<Unlock | null>(null)
  useEffect(() => {
    if (!file) return
    let isWanted = true
    void run((progress, signal) => look(file.bytes, unlock, progress, signal)).then((outcome) => {
      if (!isWanted) return outcome.ok && outcome.value.bundle.close()
      if (outcome.ok) return setPreview(outcome.value)
      const { code, message } = outcome.error
      if (code === 'bundle-encrypted') return setAsks({ failure: null })
      if (code === 'decryption-failed') return setAsks({ failure: message })
      settleBundle()
      if (code !== 'stopped') receive([], [`${file.name}: ${message}${ADVICE[code] ?? ''}`])
    })
    return () => {
      isWanted = false
    }
  }, [file, unlock, look, run, settleBundle, receive])
  const leave = (failure?: string) => {
    work?.stop()
    preview?.bundle.close()
    setPreview(null)
    setAsks(null)
    setUnlock(null)
    settleBundle()
    if (failure) receive([], [failure])
  }
  return { file, preview, asks: preview ? null : asks, work, unlock: setUnlock, leave }
}
