import { useEffect, useState } from 'react'
import { civilNow } from '../../../shared/time/civil.ts'

/** This moment by the wall clock, to the minute: for the line that shows now. Nothing is decided by it. */
export function useLocalNow(): string {
  const [now, setNow] = useState(() => civilNow(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setNow(civilNow(new Date())), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
