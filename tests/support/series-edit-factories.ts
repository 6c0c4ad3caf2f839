import type { z } from 'zod'
import type { EditPreview, seriesEdits } from '../../shared/series/edit.contract.ts'
import type { Group } from '../../shared/groups/groups.contract.ts'
import { seriesId, type BookingId, type GroupId, type RoomId, type SeriesId } from '../../shared/ids.ts'
import { aRoom } from './booking-factories.ts'
import { dump, rowsOf } from './dump.ts'
import { aGroup } from './group-factories.ts'
import { aPerson } from './people-factories.ts'
import { at, enrol } from './register-factories.ts'
import { aRun } from './series-factories.ts'
import type { TestCounty } from './test-county.ts'

export type AskedEdit = z.input<typeof seriesEdits.previewEdit.input>
type WithApi = Pick<TestCounty, 'api'>

/** Previews a change to a series, and makes exactly that change. */
export async function editSeries({ api }: WithApi, asked: AskedEdit): Promise<EditPreview> {
  const { seen } = await api.series.previewEdit(asked)
  return api.series.edit({ ...asked, seen })
}

/** The booking of the session at a place of the group, counted from 0. */
export function bookingOf(group: Group, place: number): BookingId {
  const { bookingId } = at(group.sessions, place)
  if (bookingId === null) throw new Error(`Session ${place} holds no room.`)
  return bookingId
}

/** The start of each session, or `off` where it did not run. */
export const startsOf = (group: Group): string[] =>
  group.sessions.map((one) => (one.registerState === 'did-not-run' ? `off ${one.startsAt}` : one.startsAt))

/**
 * Ten Thursdays, 10am to midday, in the Hall: four are over (29 October to 19 November), six to come (26 November to
 * 31 December). The clock of the tests stands on Monday 23 November 2026, 9am.
 */
export async function tenThursdays(county: TestCounty) {
  const hall = await aRoom(county)
  const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-10-29', weekday: 4, sessions: 10 })
  const reread = () => county.api.groups.get({ id: group.id })
  return { hall, group, reread }
}

/** As `tenThursdays`, with its first register taken, the next to come moved by hand and the one after cancelled. */
export async function anUntidyRun(county: TestCounty) {
  const run = await tenThursdays(county)
  const mia = await aPerson(county)
  await enrol(county, run.group.id, mia.id, '2026-10-01')
  const [first, moved, off] = [0, 5, 6].map((place) => at(run.group.sessions, place))
  if (!first || !moved || !off) throw new Error('There are ten sessions.')
  await county.api.registers.mark({ sessionId: first.id, personId: mia.id, code: 'P' })
  await county.api.registers.complete({ sessionId: first.id })
  const there = { date: '2026-12-04', startTime: '13:00', endTime: '15:00', roomId: run.hall.id }
  await county.api.groups.moveSession({ id: moved.id, version: moved.version, ...there })
  await county.api.groups.cancelSession({ id: off.id, version: off.version, reason: 'Snow' })
  return { ...run, group: await run.reread(), mia }
}

/** A partner's run of three Tuesdays from 1 December 2026 in these rooms. */
export async function aBookedRun(
  county: TestCounty,
  roomIds: readonly RoomId[],
  change: Parameters<typeof aRun>[1] = {},
) {
  const run = await county.api.series.book(aRun(roomIds, change))
  return { seriesId: run.seriesId, ids: run.bookings.map((one) => one.bookingId) }
}

/** The rows of a table of the file, by id. */
export const byId = (county: TestCounty, table: string) =>
  new Map((dump(county)[table] ?? []).map((row) => [row['id'], row]))

/** The dates that a series has left out. */
export const skippedDates = async ({ api }: WithApi, id: SeriesId) =>
  (await api.series.listSkipped({ seriesId: id })).map((one) => one.date)

/** The series that a group's sessions come from, asked of the file. */
export function seriesOf({ file }: Pick<TestCounty, 'file'>, groupId: GroupId): SeriesId {
  const [row] = rowsOf(file, `SELECT series_id FROM programme_group WHERE id = '${groupId}'`)
  return seriesId.parse(row?.['series_id'])
}
