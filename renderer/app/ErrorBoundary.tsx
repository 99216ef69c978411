import { Button } from '@renderer/ui/Button'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** A change of this value tries again. */
  readonly resetKey: string
}

/** Keeps a fault of one view from taking the window down; what was saved stays saved. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidUpdate(previous: Props) {
    if (previous.resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null })
  }

  override render() {
    if (!this.state.error) return this.props.children
    return (
      <EmptyState
        title="This view has stopped"
        actions={<Button onClick={() => this.setState({ error: null })}>Show it again</Button>}
      >
        <p role="alert">
          Your work is saved. Show the view again, or go on elsewhere. If it happens twice, please report: “
          {this.state.error.message}”.
        </p>
      </EmptyState>
    )
  }
}
