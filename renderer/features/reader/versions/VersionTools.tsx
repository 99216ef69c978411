import { useNavigation } from '@renderer/navigation/navigation-store'
import { useIndex } from '@renderer/storage/queries/notebook-view'
import { Select } from '@renderer/ui/Field'
import type { Version } from '@shared/domain/version'
import styles from '../Reader.module.css'
import { useReader } from '../reader-context'

const stamp = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const REASONS = {
  captured: 'captured',
  recaptured: 'captured again',
  corrected: 'corrected',
  merged: 'from a colleague',
}

/** A version in words: why it was made, and when. */
export function describeVersion({ fields }: Version): string {
  return `${REASONS[fields.reason]} ${stamp.format(Date.parse(fields.capturedTime))}`
}

/** Switches between the versions of the article; nothing to see while there is only one. */
export function VersionTools() {
  const { article, versionId } = useReader()
  const versions = useIndex('versionsByArticle', article.id)
  const open = useNavigation((state) => state.open)
  if (versions.length < 2) return null
  const { currentVersion } = article.fields
  return (
    <Select
      aria-label="Version"
      className={styles.choice}
      value={versionId}
      onChange={({ target: { value } }) =>
        open({ view: 'article', id: article.id, ...(value === currentVersion ? {} : { version: value }) })
      }
    >
      {versions.map((version) => (
        <option key={version.id} value={version.id}>
          {version.id === currentVersion ? 'Current: ' : ''}
          {describeVersion(version)}
        </option>
      ))}
    </Select>
  )
}
