import { useState } from 'react'
import type { Choice } from '../../../shared/closures/closures.contract.ts'
import type { DeskRow, Offer } from '../../../shared/closures/desk.contract.ts'
import { roomIdsOf } from '../../../shared/closures/offers.rules.ts'
import type { BookingId } from '../../../shared/ids.ts'

/**
 * What is to be done about a booking. A move names the rooms it goes to, not their place in the list: the list is made
 * anew whenever somebody takes a room, and what was chosen must never become a room that nobody chose.
 */
export type What = 'leave' | 'cancel' | 'keep' | `move ${string}`

export interface Chosen {
  readonly what: What
  readonly reason: string
  /** Rooms had been chosen that are no longer offered, so it is left until others are. */
  readonly lost?: true
}

/** The rooms offered, the proposal first. */
export const offersOf = ({ proposal, alternatives }: DeskRow): Offer[] =>
  proposal === null ? alternatives : [proposal, ...alternatives]

/** Moving to these rooms, as a choice. */
export const moveTo = (offer: Offer): What => `move ${roomIdsOf(offer).join('+')}`
/** The rooms that were chosen; undefined where none were, or they are no longer offered. */
export const offerOf = (row: DeskRow, what: What): Offer | undefined =>
  offersOf(row).find((offer) => moveTo(offer) === what)

/** What stands for a booking: what was chosen, or where nobody chose, the room proposed, if there is one. */
export function standing(row: DeskRow, chosen: Chosen | undefined): Chosen {
  if (chosen === undefined) {
    const what = row.proposal === null || row.problem !== null ? 'leave' : moveTo(row.proposal)
    return { what, reason: '' }
  }
  const gone = chosen.what.startsWith('move ') && offerOf(row, chosen.what) === undefined
  return gone ? { what: 'leave', reason: '', lost: true } : chosen
}

/** What is chosen for each booking. What was chosen stays while the desk is read again. */
export function useChoices(reason: string) {
  const [chosen, setChosen] = useState<ReadonlyMap<BookingId, Chosen>>(new Map())
  const of = (row: DeskRow): Chosen => standing(row, chosen.get(row.bookingId))
  const choose = (row: DeskRow, change: Partial<Chosen>) => {
    const before = of(row)
    // Why it is cancelled is mostly why the place is closed; why something runs all the same must be said.
    const why = change.what === 'cancel' ? reason : change.what === 'keep' ? '' : before.reason
    setChosen(new Map(chosen).set(row.bookingId, { what: before.what, reason: why, ...change }))
  }
  /** What was left for now is still left when the rest is done. */
  const forgetDone = () => setChosen(new Map([...chosen].filter(([, { what }]) => what === 'leave')))
  return { of, choose, forgetDone }
}
export type Choices = ReturnType<typeof useChoices>

/** What to send for one booking; null where it is left, and `missing` where a reason is to be given first. */
export function choiceOf(row: DeskRow, { what, reason }: Chosen): Choice | 'missing' | null {
  const { bookingId, version } = row
  if (what === 'leave') return null
  if (what === 'cancel' || what === 'keep')
    return reason.trim() === '' ? 'missing' : { bookingId, version, do: what, reason }
  const offer = offerOf(row, what)
  return offer === undefined ? null : { bookingId, version, do: 'move', roomIds: roomIdsOf(offer) }
}
