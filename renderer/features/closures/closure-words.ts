import type { Closure, ClosureState } from '../../../shared/closures/closures.contract.ts'
import type { Desk, DeskRow, Offer } from '../../../shared/closures/desk.contract.ts'
import { count } from '../../../shared/text.ts'

export const stateWords: Readonly<Record<ClosureState, string>> = {
  now: 'Closed now',
  'to-come': 'To come',
  over: 'Over',
  lifted: 'Lifted',
}

/** How much of what a closure hits is still to be decided. */
export const hitsOf = ({ hits }: Pick<Closure, 'hits'>): number => hits.sessions + hits.bookings

/** `Move to Room 2`, with its building where that is another. */
export function moveWords(row: DeskRow, offer: Offer): string {
  const moved = offer.rooms.filter((room, at) => room.roomId !== row.rooms[at]?.roomId)
  const names = list.format(moved.map((room) => room.roomName))
  return offer.buildingId === row.buildingId ? `Move to ${names}` : `Move to ${names}, ${offer.buildingName}`
}

const list = new Intl.ListFormat('en-GB')

/** Its rooms, the main one first. */
export const roomsNow = (row: DeskRow): string => list.format(row.rooms.map((room) => room.roomName))

/** `12 people, 8 families`; null where nobody has said. */
export function peopleWords({ people, families }: DeskRow): string | null {
  if (people === null) return null
  const who = count(people, 'person', 'people')
  return families === null ? who : `${who}, ${count(families, 'family', 'families')}`
}

/** `Jo Price (ext. 5479), Amir Khan`: whom to ring, or the contact of what is no session. */
export function leadersWords({
  facilitators,
  contact,
}: Pick<DeskRow, 'facilitators' | 'contact'>): string | null {
  if (facilitators.length === 0) return contact
  return facilitators.map(({ name, phone }) => (phone === null ? name : `${name} (${phone})`)).join(', ')
}

/** What the desk has on it, in a sentence. */
export function deskSentence({ rows, families, decided }: Desk): string {
  const open = rows.filter((row) => row.keptBecause === null)
  const kept = rows.length - open.length
  const done = [
    ...(decided.length > 0 ? [`${decided.length} re-homed or cancelled`] : []),
    ...(kept > 0 ? [`${kept} ${kept === 1 ? 'runs' : 'run'} anyway`] : []),
  ]
  if (open.length === 0) return done.length === 0 ? 'Nothing that is booked is hit.' : `All is decided: ${done.join(', ')}.` // prettier-ignore
  const sessions = open.filter((row) => row.sessionId !== null).length
  const who =
    sessions === 0
      ? ''
      : `: ${count(sessions, 'group session')}, ${count(families, 'family', 'families')} expected`
  const hit = `${count(open.length, 'booking')} hit${who}`
  return done.length === 0 ? `${hit}.` : `${hit}. Decided before: ${done.join(', ')}.`
}
