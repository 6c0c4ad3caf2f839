import { useState } from 'react'
import type { Choice } from '../../../shared/closures/closures.contract.ts'
import type { DeskRow, Offer } from '../../../shared/closures/desk.contract.ts'
import { roomIdsOf } from '../../../shared/closures/offers.rules.ts'
import type { BookingId } from '../../../shared/ids.ts'

/** What is to be done about a booking: `move 0` is the best room offered, `move 1` the next. */
export type What = 'leave' | 'cancel' | 'keep' | `move ${number}`

export interface Chosen {
  readonly what: What
  readonly reason: string
}

/** The rooms offered, the proposal first. */
export const offersOf = ({ proposal, alternatives }: DeskRow): Offer[] =>
  proposal === null ? alternatives : [proposal, ...alternatives]

/** Where somebody chose nothing: the room proposed, if there is one. */
const usual = (row: DeskRow): What => (row.proposal === null || row.problem !== null ? 'leave' : 'move 0')

/** What is chosen for each booking. What was chosen stays while the desk is read again. */
export function useChoices(reason: string) {
  const [chosen, setChosen] = useState<ReadonlyMap<BookingId, Chosen>>(new Map())
  const of = (row: DeskRow): Chosen => chosen.get(row.bookingId) ?? { what: usual(row), reason: '' }
  const choose = (row: DeskRow, change: Partial<Chosen>) => {
    const before = of(row)
    // Why it is cancelled is mostly why the place is closed; why something runs all the same must be said.
    const why = change.what === 'cancel' ? reason : change.what === 'keep' ? '' : before.reason
    setChosen(new Map(chosen).set(row.bookingId, { ...before, reason: why, ...change }))
  }
  return { of, choose, forget: () => setChosen(new Map()) }
}
export type Choices = ReturnType<typeof useChoices>

/** What to send for one booking; null where it is left, and `missing` where a reason is to be given first. */
export function choiceOf(row: DeskRow, { what, reason }: Chosen): Choice | 'missing' | null {
  const { bookingId, version } = row
  if (what === 'leave') return null
  if (what === 'cancel' || what === 'keep')
    return reason.trim() === '' ? 'missing' : { bookingId, version, do: what, reason }
  const offer = offersOf(row)[Number(what.slice(5))]
  return offer === undefined ? null : { bookingId, version, do: 'move', roomIds: roomIdsOf(offer) }
}
