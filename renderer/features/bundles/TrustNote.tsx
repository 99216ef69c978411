import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { rememberColleague } from '@renderer/workflows/identity'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { describeTrust, fingerprintOf, type Trust } from '@shared/bundle/colleagues'
import { useState } from 'react'

const TONES = {
  trusted: 'info',
  'first-seen': 'info',
  unnamed: 'warning',
  missing: 'warning',
  'changed-key': 'danger',
  bad: 'danger',
} as const

function detailsOf(trust: Trust): string {
  switch (trust.state) {
    case 'first-seen':
      return `Its fingerprint: ${fingerprintOf(trust.signer.key)}. Merging remembers it.`
    case 'changed-key':
      return `Known: ${fingerprintOf(trust.known.key)}. Now: ${fingerprintOf(trust.key)}.`
    case 'unnamed':
      return `Its fingerprint: ${fingerprintOf(trust.key)}.`
    default:
      return ''
  }
}

/** Who vouches for a bundle, said before anything is merged. */
export function TrustNote({ trust }: { trust: Trust }) {
  const remember = useWorkflow(rememberColleague)
  const [isRemembered, setIsRemembered] = useState(false)
  const tone = trust.state === 'first-seen' && trust.isNamesake ? 'warning' : TONES[trust.state]
  return (
    <Callout
      tone={tone}
      actions={
        trust.state === 'changed-key' &&
        !isRemembered && (
          <Button
            size="small"
            onClick={() => {
              remember({ ...trust.known, key: trust.key })
              setIsRemembered(true)
            }}
          >
            I asked: trust the new key
          </Button>
        )
      }
    >
      <p>{describeTrust(trust)}</p>
      <p>{isRemembered ? 'The new key is remembered from now on.' : detailsOf(trust)}</p>
    </Callout>
  )
}
