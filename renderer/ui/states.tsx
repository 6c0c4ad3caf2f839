import { Alert, Button, Loader } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { failureText } from '../api/notify.tsx'
import classes from './states.module.css'

/** Nothing here yet: a sentence, and the next useful thing to do. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <div>{children}</div>
      {action !== undefined && <div>{action}</div>}
    </div>
  )
}

/** Shows that something is being read, but only when it takes long enough to be noticed. */
export function LoadingAfter300ms({ label = 'Loading' }: { label?: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className={classes.loading} role="status">
      <Loader size="sm" aria-hidden />
      <span>{label} …</span>
    </div>
  )
}

interface FailureProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Something could not be read: what happened, and what to do. */
export function Failure({ error, onRetry }: FailureProps) {
  return (
    <Alert
      role="alert"
      variant="default"
      className={classes.failure}
      icon={<IconAlertTriangle aria-hidden />}
      title="This could not be shown"
    >
      <p>{failureText(error)}</p>
      {onRetry !== undefined && (
        <Button variant="default" mt="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  )
}

interface AnswerProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/** What a question brought: the answer, the wait or the failure. An old answer stays while a new one is read. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return <LoadingAfter300ms />
}
