import { keptUntil, privateUnlessSaid, takesOutright } from '../../shared/bookings/outright.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { bookingId, seriesId, seriesSkipId, type SeriesId } from '../../shared/ids.ts'
import { refuseInTheWay } from '../../shared/series/in-the-way.rules.ts'
import { refuseNothing } from '../../shared/series/plan.rules.ts'
import type { RunRow, seriesContract } from '../../shared/series/series.contract.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import { insertBookings, type NewBooking } from '../bookings/bookings.repository.ts'
import type { BookableRoom } from '../buildings/rooms.repository.ts'
import type { CommandContext } from '../context.ts'
import { fromFlag, toFlag } from '../flag.ts'
import { readRun, type ReadRun } from './read-run.ts'
import { isMoved, keptOf } from './run-rooms.ts'
import { insertSeries, toSkipped } from './series.repository.ts'
import type { z } from 'zod'

type Input = z.output<typeof seriesContract.book.input>
type Output = z.output<typeof seriesContract.book.output>

/** Books every date that is kept, with all its rooms, or nothing at all; what was left out is kept with its reason. */
export async function bookRun(context: CommandContext, input: Input): Promise<Output> {
  const { tx, newId } = context
  refusePast(input, context.today)
  const run = await readRun(tx, input)
  refuseNothing(run.rows)
  const status = statusOf(context, run, input)
  // What is not certain yet holds nothing, so nothing is in its way: whoever decides it sees what is.
  if (status === 'confirmed') refuseInTheWay(run.rows)
  const id = newId(seriesId)
  const skipped = toSkipped(run.rows, id, () => newId(seriesSkipId))
  await insertSeries(tx, id, input.rule, skipped)
  const made = keptOf(run.rows).map((row) => bookingsOf(context, { run, row, input, id, status }))
  await insertBookings(tx, made.flat())
  return {
    seriesId: id,
    status,
    bookings: made.flatMap(([lead]) =>
      lead === undefined
        ? []
        : [{ bookingId: lead.id, date: lead.series_date ?? '', startsAt: lead.startsAt }],
    ),
    skipped: skipped.map(({ series_id: _series, ...skip }) => skip),
  }
}

/** One booking that may not be made outright makes the whole run one that is asked for. */
function statusOf({ actor }: CommandContext, run: ReadRun, input: Input): Output['status'] {
  const outright = new Set(keptOf(run.rows).flatMap((row) => run.roomsOf(row)))
  return [...outright].every((room) => isOutright(actor, room)) ? input.status : 'requested'
}

const isOutright = (actor: CommandContext['actor'], room: BookableRoom) =>
  takesOutright(
    actor,
    { buildingId: room.building_id, half: room.half, needsApproval: fromFlag(room.needs_approval) },
    false,
  )

interface Making {
  readonly run: ReadRun
  readonly row: RunRow
  readonly input: Input
  readonly id: SeriesId
  readonly status: Output['status']
}

/** The booking of one date and its further rooms, itself first. */
function bookingsOf({ newId, actor, today }: CommandContext, { run, row, input, id, status }: Making) {
  const lead = newId(bookingId)
  const [main, ...beside] = run.roomsOf(row)
  const ofRoom = (room: BookableRoom, ids: Pick<NewBooking, 'id' | 'lead_id'>) => ({
    ...ids,
    ...run.buffersOf(room),
    room_id: room.id,
    series_id: id,
    series_date: row.date,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    purpose: input.purpose,
    title: input.title,
    note: input.note,
    contact: input.contact,
    private: toFlag(input.private ?? privateUnlessSaid(input.purpose)),
    people: input.people ?? null,
    layout: input.layout,
    status,
    expires_on: lastDayOf(row, status, input, today),
    booked_by: actor.id,
    // One held on a holiday is there on purpose, and stays when the others move.
    own_time: toFlag(isMoved(row, input.rule) || (row.edited && row.reason !== null)),
    own_room: toFlag(room === main && main.id !== run.room.id),
  })
  return [
    ofRoom(main, { id: lead, lead_id: null }),
    ...beside.map((room) => ofRoom(room, { id: newId(bookingId), lead_id: lead })),
  ]
}

/** What was asked for stays until its day; what is pencilled in for two weeks, and never longer than its own day. */
function lastDayOf(
  row: RunRow,
  status: Output['status'],
  { expiresOn }: Input,
  today: string,
): string | null {
  const date = dateOf(row.startsAt)
  if (status === 'requested') return date < today ? today : date
  return status === 'tentative' ? keptUntil(today, expiresOn ?? addDays(today, 14), date) : null
}

function refusePast({ expiresOn }: Input, today: string): void {
  const message = 'Choose today or a day to come.'
  if (expiresOn && expiresOn < today) throw new AppError('INVALID_INPUT', message, { fields: { expiresOn: message } }) // prettier-ignore
}
