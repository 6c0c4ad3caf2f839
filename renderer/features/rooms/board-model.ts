import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { closedByRoom, type BoardGroup, type BoardRow } from '../../../shared/bookings/board.rules.ts'
import { hoursOf, type Hours } from '../../../shared/bookings/day-board.rules.ts'
import type { OnBoard } from '../../../shared/bookings/live-clash.rules.ts'
import type { OpenHours } from '../../../shared/buildings/opening.contract.ts'
import { count } from '../../../shared/text.ts'
import { dateOf } from '../../../shared/time/civil.ts'

/** What a day shows at least: groups are over by 8pm. */
const USUAL: Hours = { from: '08:00', to: '20:00' }
const nothing: readonly never[] = []

const keyOf = ({ roomId, startsAt }: Booking) => `${roomId} ${dateOf(startsAt)}`

/** Everything of each row, worked out once for the whole board: what stands in it, what shuts it, and its hours. */
export function boardModel(groups: readonly BoardGroup[], board: OnBoard, drawn: readonly Booking[]) {
  const hours = hoursOf(drawn, longest(board.openHours))
  const byRow = Map.groupBy(drawn, keyOf)
  const closed = closedByRoom(board.closed)
  const open = new Map(board.openHours.map((one) => [`${one.buildingId} ${one.date}`, one]))
  const shutOf = new Map([...open].map(([key, one]) => [key, shutHours(one, hours)]))
  const rows = groups.flatMap((group) => group.rows)
  // Kept, not made each time it is asked for: a row whose list is the same list is not drawn again.
  const ofRow = new Map(
    rows.map(({ key, roomId, date }) => [
      key,
      [roomId, ...(board.sharing.get(roomId) ?? [])].flatMap((id) => byRow.get(`${id} ${date}`) ?? []),
    ]),
  )
  return {
    hours,
    dates: new Set(rows.map((row) => row.date)),
    bookingsOf: ({ key }: BoardRow): readonly Booking[] => ofRow.get(key) ?? nothing,
    closedOf: (roomId: string) => closed.get(roomId) ?? nothing,
    shutOf: (buildingId: string, date: string): readonly Hours[] =>
      shutOf.get(`${buildingId} ${date}`) ?? nothing,
    openOf: (buildingId: string, date: string) => open.get(`${buildingId} ${date}`),
  }
}
export type BoardModel = ReturnType<typeof boardModel>

/** The ordinary day, or longer where a building opens earlier or closes later. */
function longest(openHours: readonly OpenHours[]): Hours {
  const all = openHours.flatMap((one) => one.hours)
  return {
    from: all.map((one) => `${one.opens.slice(0, 2)}:00`).reduce((a, b) => (a < b ? a : b), USUAL.from),
    to: all.map((one) => one.closes).reduce((a, b) => (a > b ? a : b), USUAL.to),
  }
}

/** When a building is shut within the board's hours. Where nobody has said, it is never shut. */
function shutHours({ known, hours: open }: OpenHours, board: Hours): Hours[] {
  if (!known) return []
  const shut: Hours[] = []
  let from = board.from
  for (const { opens, closes } of open) {
    if (opens > from) shut.push({ from, to: opens })
    if (closes > from) from = closes
  }
  return from < board.to ? [...shut, { from, to: board.to }] : shut
}

/** Beside the name of a group: why its hours are other than usual, and what a folded one holds. */
export function groupWords(group: BoardGroup, model: BoardModel, folded: boolean): string {
  const [first] = group.rows
  const oneDay = group.rows.every((row) => row.date === first?.date)
  const day = first && oneDay ? model.openOf(first.building.id, first.date) : undefined
  const shut = day?.known === true && day.hours.length === 0 ? 'not open' : ''
  const why = day?.reason ?? ''
  const own = group.rows.flatMap((row) => model.bookingsOf(row).filter((b) => b.roomId === row.roomId))
  const holds = folded ? (own.length === 0 ? 'nothing booked' : count(own.length, 'booking')) : ''
  const seats = !oneDay && first?.room.capacity ? `seats ${first.room.capacity}` : ''
  return [seats, shut, why, holds].filter((part) => part !== '').join(' · ')
}
