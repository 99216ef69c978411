import { type Command, useCommands } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { useIndex } from '@renderer/storage/queries/notebook-view'
import { Select } from '@renderer/ui/Field'
import { IconButton } from '@renderer/ui/IconButton'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { FilePenLine, GitCompareArrows } from 'lucide-react'
import styles from '../Reader.module.css'
import { describeVersion } from './describe-version'

export type VersionMode = 'correct' | 'compare'

const command = (id: string, title: string, run: () => void): Command => ({ id, title, group: 'View', run })

interface VersionToolsProps {
  readonly article: Article
  readonly versionId: Id
  readonly show: (mode: VersionMode) => void
}

/** Correcting the text, and once there are several versions, going from one to another and comparing them. */
export function VersionTools({ article, versionId, show }: VersionToolsProps) {
  const versions = useIndex('versionsByArticle', article.id)
  const open = useNavigation((state) => state.open)
  const { currentVersion } = article.fields
  const [isCurrent, hasSeveral] = [versionId === currentVersion, versions.length > 1]
  useCommands([
    ...(isCurrent ? [command('reader.correct', 'Correct the text', () => show('correct'))] : []),
    ...(hasSeveral ? [command('reader.compare', 'Compare versions', () => show('compare'))] : []),
  ])
  return (
    <>
      {hasSeveral && (
        <>
          <Select
            aria-label="Version"
            className={styles.choice}
            value={versionId}
            onChange={({ target: { value } }) =>
              open({
                view: 'article',
                id: article.id,
                ...(value === currentVersion ? {} : { version: value }),
              })
            }
          >
            {versions.map((version) => (
              <option key={version.id} value={version.id}>
                {describeVersion(version)}
                {version.id === currentVersion ? ' (current)' : ''}
              </option>
            ))}
          </Select>
          <IconButton icon={GitCompareArrows} label="Compare versions" onClick={() => show('compare')} />
        </>
      )}
      {isCurrent && (
        <IconButton icon={FilePenLine} label="Correct the text" onClick={() => show('correct')} />
      )}
    </>
  )
}
