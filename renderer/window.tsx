import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { statusQuestion } from './api/queries.ts'
import { useDensity } from './api/remembered.ts'
import { FirstRunScreen } from './features/county/first-run-screen.tsx'
import { UnusableScreen } from './features/county/unusable-screen.tsx'
import { SignInScreen } from './features/users/sign-in-screen.tsx'
import { Frame } from './frame/frame.tsx'
import { leaving } from './frame/leaving.ts'
import { isPrintPage, prepareScreens, Screens } from './routes.tsx'
import type { SignedIn, Status } from '../shared/county/county.contract.ts'
import { Failure, LoadingAfter300ms } from './ui/states.tsx'

/** What stands in the window: the first run, a file that cannot be opened, or the program. */
export function ProgramWindow() {
  const status = useQuery(statusQuestion)
  const [density] = useDensity()
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
  useEffect(() => {
    const waiting = prepareScreens()
    return () => cancelIdleCallback(waiting)
  }, [])
  if (status.data === undefined) {
    return status.isError ? (
      <Failure error={status.error} onRetry={() => void status.refetch()} />
    ) : (
      <LoadingAfter300ms label="Opening Gather" />
    )
  }
  if (status.data.state === 'new') return <FirstRunScreen />
  if (status.data.state === 'unusable') return <UnusableScreen problem={status.data.problem ?? ''} />
  return <Program status={status.data} />
}

/**
 * The frame for whoever is signed in. When the session ends under them (a lock, a restart), the frame stays behind the
 * sign-in, so that the same person finds what they were typing; another person gets a fresh one.
 */
function Program({ status }: { status: Status }) {
  const [location] = useLocation()
  const [last, setLast] = useState<SignedIn | null>(status.signedIn)
  const byChoice = leaving.use()
  if (status.signedIn !== null && status.signedIn !== last) setLast(status.signedIn)
  useEffect(() => {
    if (status.signedIn === null) return () => leaving.set(false)
    return undefined
  }, [status.signedIn])
  if (isPrintPage(location)) return <Screens bare />
  const user = status.signedIn ?? (byChoice ? null : last)
  const signIn = <SignInScreen serviceName={status.serviceName} sample={status.sample} held={user} />
  if (user === null) return signIn
  const locked = status.signedIn === null
  return (
    <>
      <Frame key={user.id} status={status} user={user} locked={locked} />
      {locked && <LockedModal>{signIn}</LockedModal>}
    </>
  )
}

/** In front of everything, open dialogs too. It cannot be closed, only signed in through. */
function LockedModal({ children }: { children: ReactNode }) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      fullScreen
      withCloseButton={false}
      closeOnEscape={false}
      zIndex={1000}
      padding={0}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': 'Sign in again' } }}
    >
      {children}
    </Modal>
  )
}
