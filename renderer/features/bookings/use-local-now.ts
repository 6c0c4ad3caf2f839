import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { addMinutes } from '../../../shared/time/civil.ts'
import { statusQuestion } from '../../api/queries.ts'

const MINUTE = 60_000

/**
 * This moment by the program's wall clock, to the minute: what it was when last asked, and the minutes since. For the
 * line that shows now and for what is offered on the day; the data side decides by its own.
 */
export function useLocalNow(): string {
  const { data, dataUpdatedAt } = useQuery(statusQuestion)
  const [tick, setTick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), MINUTE / 2)
    return () => clearInterval(timer)
  }, [])
  const since = Math.floor(Math.max(0, tick - dataUpdatedAt) / MINUTE)
  return addMinutes(data?.now ?? '1970-01-01T00:00', since)
}
