import { useEffect, useState } from 'react'
import { api } from './client.ts'

/** The command that was just done, so that Undo takes back that one and no later one; null until it is known. */
export function useCommandJustDone(): string | null {
  const [id, setId] = useState<string | null>(null)
  useEffect(() => {
    api.audit.nextUndo({}).then(
      (next) => setId(next.undo?.id ?? null),
      () => setId(null),
    )
  }, [])
  return id
}
