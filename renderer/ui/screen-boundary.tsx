import { Component } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Failure } from './states.tsx'
import classes from './states.module.css'

interface BoundaryProps {
  readonly location: string
  readonly children: ReactNode
}

interface BoundaryState {
  readonly location: string
  readonly error: unknown
}

/** A class because React catches what a screen throws in no other way. */
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, location: this.props.location }

  static getDerivedStateFromError(error: unknown): Pick<BoundaryState, 'error'> {
    return { error }
  }

  /** Another address is another screen. Not by a key: that would take down a good screen at each of its tabs. */
  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState {
    return props.location === state.location ? state : { error: null, location: props.location }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <div className={classes.broken}>
        <Failure error={this.state.error} onRetry={() => this.setState({ error: null })} />
      </div>
    )
  }
}

/** One screen's fault stays its own: the frame and every other screen go on working. */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  const [location] = useLocation()
  return <Boundary location={location}>{children}</Boundary>
}
