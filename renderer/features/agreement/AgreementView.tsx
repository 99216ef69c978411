import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { announce } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Field, Select } from '@renderer/ui/Field'
import { ViewFrame } from '@renderer/ui/ViewFrame'
import { exportAgreement } from '@renderer/workflows/export-agreement'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { codersOf } from '@shared/agreement/article-agreement'
import { memoizeByRevision } from '@shared/graph/memoize-by-revision'
import { useState } from 'react'
import styles from './Agreement.module.css'
import { AgreementOnArticle } from './AgreementOnArticle'

/** The articles that two or more people coded. */
const codedTogether = memoizeByRevision((view) =>
  view.all('article').filter((article) => codersOf(view, article).length > 1),
)

/** How far people agree on what they marked, article by article. */
export function AgreementView({ route }: { readonly route: Extract<Route, { view: 'agreement' }> }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const save = useWorkflow(exportAgreement)
  const [failure, setFailure] = useState<string | null>(null)
  const articles = codedTogether(view)
  const article = articles.find(({ id }) => id === route.id) ?? articles[0]
  if (!article)
    return (
      <EmptyState title="Agreement">
        When you and colleagues have marked passages in the same article, you see here how far you agree.
        Merge a colleague’s bundle to begin.
      </EmptyState>
    )
  const write = async () => {
    const outcome = await save()
    setFailure(outcome.ok ? null : outcome.error.message)
    if (outcome.ok && outcome.value !== null) announce(`Saved as ${outcome.value}.`)
  }
  return (
    <ViewFrame
      title="Agreement"
      note={`${articles.length} ${articles.length === 1 ? 'article' : 'articles'} marked by two or more people`}
      tools={<Button onClick={() => void write()}>Save as a table (CSV)</Button>}
      measured
    >
      <div className={styles.view}>
        {failure && <Callout tone="danger">{failure}</Callout>}
        <Field label="Article">
          {(attributes) => (
            <Select
              {...attributes}
              value={article.id}
              onChange={(event) => open({ view: 'agreement', id: event.target.value })}
            >
              {articles.map(({ id, fields }) => (
                <option key={id} value={id}>
                  {fields.title || 'Untitled article'}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <AgreementOnArticle key={article.id} article={article} />
        <Explanation />
      </div>
    </ViewFrame>
  )
}

function Explanation() {
  return (
    <details className={styles.explanation}>
      <summary>What the numbers mean</summary>
      <p>
        Each paragraph, heading or list item of the text that is shown is one block. For every kind of mark
        and every tag it is asked who marked something of a block and who did not. Passages whose place in
        this text is in doubt do not count.
      </p>
      <dl>
        <dt>Kappa (Cohen)</dt>
        <dd>
          How much more often two people say the same of a block than their habits would bring about by
          chance. 1 is full agreement, 0 is chance, below 0 is worse than chance. Only for two people.
        </dd>
        <dt>Alpha, blocks (Krippendorff, nominal)</dt>
        <dd>The same question for any number of people, fair to short texts.</dd>
        <dt>Alpha, passages (Krippendorff, unitizing)</dt>
        <dd>
          Whether passages begin and end at the same places: it looks at every character, so that near misses
          count as near.
        </dd>
      </dl>
      <p>
        By custom 0.8 and more is reliable, 0.667 and more good for tentative conclusions. With few blocks
        every number is shaky: one block more or less can change it a lot. There is none where nothing varies.
      </p>
    </details>
  )
}
