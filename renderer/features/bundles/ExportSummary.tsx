import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { describeSize } from '@renderer/ui/describe-size'
import type { ExportSummary as Summary } from '@shared/bundle/summarise-export'
import type { NotebookView } from '@shared/notebook/notebook-view'
import styles from './Bundles.module.css'
import type { ExportForm } from './export-form'

const COUNTED = [
  ['article', 'Articles', 'article'],
  ['annotation', 'Passages', 'passage'],
  ['quote', 'Quotes', 'quote'],
  ['claim', 'Claims', 'claim'],
  ['entity', 'People and the like', 'person or the like'],
  ['link', 'Links', 'link'],
  ['note', 'Notes', 'note'],
  ['tag', 'Tags', 'tag'],
] as const

function namesOf(view: NotebookView, { contributors }: Summary): string {
  const names = contributors.map((id) => {
    const contributor = view.get(id)
    return (contributor?.kind === 'contributor' && contributor.fields.name) || 'somebody without a name'
  })
  return names.join(', ') || 'nobody yet'
}

const things = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What stays here, and why: a sentence each. */
function leftOut(view: NotebookView, form: ExportForm, summary: Summary): string[] {
  const sentences: string[] = []
  const articles = summary.counts.get('article') ?? 0
  if (!form.fullText && articles > 0)
    sentences.push(
      `The full text of ${things(articles, 'article', 'articles')}: you left it out. The words that are marked go along.`,
    )
  if (summary.privateNotes > 0)
    sentences.push(
      `${things(summary.privateNotes, 'private note', 'private notes')}: you kept them to yourself.`,
    )
  if (summary.namedPrivateNotes > 0)
    sentences.push(
      `But the titles of ${things(summary.namedPrivateNotes, 'private note', 'private notes')} can be read in notes that go along and refer to them.`,
    )
  const others = COUNTED.flatMap(([kind, many, one]) => {
    const left =
      view.all(kind).length - (summary.counts.get(kind) ?? 0) - (kind === 'note' ? summary.privateNotes : 0)
    return left > 0 && form.reach !== 'everything' ? [things(left, one, many.toLowerCase())] : []
  })
  if (others.length > 0) sentences.push(`${others.join(', ')}: not in what you chose.`)
  return sentences
}

/** What a bundle would hold, before it is written. */
export function ExportSummary({ form, summary }: { form: ExportForm; summary: Summary | null }) {
  const view = useNotebookView()
  if (!summary)
    return (
      <section className={styles.summary} aria-label="Summary" aria-busy="true">
        <p className={styles.hint}>Counting…</p>
      </section>
    )
  const left = leftOut(view, form, summary)
  return (
    <section className={styles.summary} aria-label="Summary">
      <h3 className={styles.heading}>Goes in</h3>
      <dl className={styles.counts}>
        {COUNTED.map(([kind, name]) => (
          <div key={kind}>
            <dt>{name}</dt>
            <dd>{(summary.counts.get(kind) ?? 0).toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>
        About {describeSize(summary.bytes)}. By {namesOf(view, summary)}.
      </p>
      {summary.inTrash > 0 && (
        <p className={styles.hint}>
          {things(summary.inTrash, 'thing', 'things')} from the trash too, so that colleagues’ copies go to
          their trash.
        </p>
      )}
      <h3 className={styles.heading}>Stays here</h3>
      {left.length === 0 ? (
        <p className={styles.hint}>Nothing.</p>
      ) : (
        <ul className={styles.reasons}>
          {left.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
