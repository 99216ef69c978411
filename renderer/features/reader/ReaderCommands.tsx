import { type Command, useCommands } from '@renderer/navigation/commands'
import { useInHand } from '@renderer/navigation/in-hand'
import { countNotAbove } from '@shared/anchoring/tokens'
import { useEffect } from 'react'
import { type TaskKind, useReader } from './reader-context'
import type { CaretMode } from './use-caret'
import { type PassageActions, usePassageActions } from './use-passage-actions'

const FORMS: readonly { kind: TaskKind; title: string; keys: string }[] = [
  { kind: 'quote', title: 'Keep the passage as a quote', keys: 'q' },
  { kind: 'claim', title: 'Keep the passage as a claim', keys: 'c' },
  { kind: 'comment', title: 'Comment on the passage', keys: 'm' },
  { kind: 'tag', title: 'Tag the passage', keys: 't' },
  { kind: 'link', title: 'Link the passage', keys: 'l' },
]

function passageCommands(actions: PassageActions): Command[] {
  return [
    {
      id: 'passage.highlight',
      title: 'Highlight the passage',
      keys: 'h',
      group: 'Passage',
      run: actions.highlight,
    },
    ...FORMS.map(
      ({ kind, title, keys }): Command => ({
        id: `passage.${kind}`,
        title,
        keys,
        group: 'Passage',
        run: () => actions.begin(kind),
      }),
    ),
    {
      id: 'passage.edit',
      title: 'Edit the annotation',
      keys: 'e',
      group: 'Passage',
      run: () => {
        const annotation = actions.subject()
        if (annotation) actions.edit(annotation)
      },
    },
    {
      id: 'passage.delete',
      title: 'Delete the annotation',
      keys: 'Delete',
      group: 'Passage',
      run: () => {
        const annotation = actions.subject()
        if (annotation) actions.remove(annotation)
      },
    },
  ]
}

/** Walks the annotations from the active one, or else from what is seen. */
function useWalk(): (step: 1 | -1) => void {
  const { page, passages, active, activate } = useReader()
  return (step) => {
    const place = passages.placeOf(active)
    const first = countNotAbove(passages.starts, page.firstSeen() - 1)
    const next = place < 0 ? (step > 0 ? first : first - 1) : place + step
    const annotation = passages.annotations[next]
    if (annotation) activate(annotation.id)
  }
}

interface ReaderCommandsProps {
  /** Whether this reader is the one that keys are meant for. */
  readonly isForemost: boolean
  readonly caret: CaretMode
  readonly find: () => void
  readonly toggleOutline: () => void
}

/** The keys of the reader. */
export function ReaderCommands({ isForemost, caret, find, toggleOutline }: ReaderCommandsProps) {
  const { page, active } = useReader()
  useInHand(isForemost ? active : null)
  const actions = usePassageActions()
  const walk = useWalk()
  useEffect(() => {
    const { root } = page.surface
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.target !== root || caret.isOn) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      event.preventDefault()
      caret.toggle()
    }
    root.addEventListener('keydown', onKeyDown)
    return () => root.removeEventListener('keydown', onKeyDown)
  }, [page, caret])
  const reading: Command[] = [
    {
      id: 'reader.find',
      title: 'Find in article',
      keys: '$mod+f',
      whileTyping: true,
      group: 'View',
      run: find,
    },
    { id: 'reader.caret', title: 'Caret in the text', keys: 'F7', group: 'View', run: caret.toggle },
    { id: 'reader.outline', title: 'Outline', keys: 'o', group: 'View', run: toggleOutline },
    { id: 'reader.next', title: 'Next annotation', keys: 'j', group: 'View', run: () => walk(1) },
    { id: 'reader.previous', title: 'Previous annotation', keys: 'k', group: 'View', run: () => walk(-1) },
  ]
  useCommands(isForemost ? [...reading, ...passageCommands(actions)] : [])
  return null
}
