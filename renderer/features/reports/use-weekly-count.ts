import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'

const TEN_MINUTES = 600_000

let counting = false

/** Nothing is said of it, and a failure is no matter of whoever is signed in: a week that is not counted shows as a gap. */
async function count(): Promise<void> {
  if (counting) return
  counting = true
  await api.reports.takeWaitingSnapshot({}).catch(() => undefined)
  counting = false
}

/** Counts the people waiting on the fixed day of the week: once, after somebody has signed in or when the day comes. */
export function useWeeklyCount(): void {
  const enabled = useMay()('people.view')
  const weeks = useQuery({ ...ask('reports', 'waitingSnapshots', {}), enabled, refetchInterval: TEN_MINUTES })
  const due = enabled && weeks.data?.due === true
  useEffect(() => {
    if (due) void count()
  }, [due])
}
