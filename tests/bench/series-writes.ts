import type { RoomId } from '../../shared/ids.ts'
import { weekly, type Rule } from '../../shared/series/rule.ts'
import { addMinutes } from '../../shared/time/civil.ts'
import type { Api } from '../support/test-county.ts'
import { measure, type Timing } from './measure.ts'

export interface MadeSeries {
  readonly name: string
  readonly budget: number
  readonly through: Timing
}

const at = (quarter: number) => addMinutes('2034-01-01T06:00', quarter * 15).slice(11)

/** Whole runs, previewed and made, each at a time that is still free. */
export async function measureSeries(api: Api): Promise<MadeSeries[]> {
  const rooms = await threeRooms(api)
  const [room] = rooms
  const year = (run: number): Rule => ({
    ...weekly({
      firstDate: '2034-01-02',
      weekday: 1,
      sessions: 52,
      startTime: at(run),
      endTime: at(run + 1),
    }),
    skipBankHolidays: false,
  })
  const daily = (run: number): Rule => ({
    ...year(run),
    firstDate: '2036-01-01',
    repeats: { kind: 'days', every: 1 },
    ends: { kind: 'after', sessions: 366 },
  })
  const book = (roomIds: RoomId[], rule: Rule) =>
    api.series.book({ roomIds, rule, edits: [], purpose: 'staff', title: 'Bench' })
  const made = await measure(30, (run) => book(room, year(run)))
  const previewed = await measure(10, async (run) => {
    const rule = daily(run)
    await api.series.preview({ roomIds: rooms.flat(), rule, edits: [] })
    await book(rooms.flat(), rule)
  })
  return [
    { name: 'Make a 52-week series', budget: 10, through: made },
    { name: 'Preview and make 366 dates in 3 rooms', budget: 250, through: previewed },
  ]
}

/** A building of its own, which nobody has given opening hours. */
async function threeRooms(api: Api): Promise<[[RoomId], [RoomId], [RoomId]]> {
  const { id: buildingId } = await api.buildings.create({ name: 'Bench centre' })
  const room = async (name: string): Promise<[RoomId]> => {
    const made = await api.buildings.createRoom({ name, buildingId, setupMinutes: 0, cleardownMinutes: 0 })
    return [made.id]
  }
  return [await room('One'), await room('Two'), await room('Three')]
}
