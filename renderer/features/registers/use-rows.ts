import { useEffect, useRef, useState } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'

/** Which row is in hand, and how the focus gets from one to another. */
export function useRows(rows: readonly RegisterRow[]) {
  const cells = useRef(new Map<PersonId, HTMLElement>())
  const [current, setCurrent] = useState<PersonId | null>(
    () => (rows.find((row) => row.mark === null) ?? rows[0])?.personId ?? null,
  )
  // Somebody just added has no row yet: it takes the focus when it is drawn.
  const awaited = useRef<PersonId | null>(null)
  const goTo = (personId: PersonId | undefined) => {
    if (personId === undefined) return
    setCurrent(personId)
    const cell = cells.current.get(personId)
    awaited.current = cell === undefined ? personId : null
    // At once and not after the next drawing: the next key must already land in the right row.
    cell?.focus()
  }
  const hold = (personId: PersonId, cell: HTMLElement | null) => {
    if (cell === null) {
      cells.current.delete(personId)
      return
    }
    cells.current.set(personId, cell)
    if (awaited.current === personId) {
      awaited.current = null
      cell.focus()
    }
  }
  const start = useRef(() => goTo(current ?? undefined))
  useEffect(() => start.current(), [])
  return { current, setCurrent, goTo, hold }
}
