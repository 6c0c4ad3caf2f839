import { programmeId } from '../../shared/ids.ts'
import type { ReportAsked } from '../../shared/reports/asked.ts'
import { buildingsReport, placesOfRooms, splitsOfRooms, type RoomStretch } from '../../shared/reports/buildings.rules.ts' // prettier-ignore
import type { MadeReport } from '../../shared/reports/making.ts'
import { admitter, lineFinder, type Places, type SplitLine } from '../../shared/reports/splits.rules.ts'
import { addDays } from '../../shared/time/civil.ts'
import { USAGE_VERSION } from '../../shared/usage/figures.rules.ts'
import { readRoomUse } from '../usage/room-use.repository.ts'
import { readPlaces } from './places.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** How rooms were used, by the figures of the screen of how buildings are used. */
export const buildingsMaker: ReportMaker = {
  title: 'How well are the buildings used, and which rooms stand empty?',
  versions: [
    {
      version: USAGE_VERSION,
      since: '2026-11-22',
      what: 'Time in opening hours, each minute once; a hall that is let by halves by its halves.',
    },
  ],
  splits: splitsOfRooms,
  make: makeBuildings,
}

async function makeBuildings(
  { db, today, actor }: Parameters<ReportMaker['make']>[0],
  asked: ReportAsked,
): Promise<MadeReport> {
  const places = await readPlaces(db, actor)
  const slices = slicesOf(asked, places)
  // A programme narrows what is booked, and no room.
  const admits = admitter({ ...asked, programmeIds: [] }, placesOfRooms(places))
  const { rooms } = await readRoomUse(db, { slices, programmeIds: asked.programmeIds.map((id) => programmeId.parse(id)) }, today) // prettier-ignore
  const stretches = rooms
    .filter((room) => admits(room.buildingId))
    .flatMap(({ use, ...room }) =>
      slices.flatMap(({ line, days }, at): RoomStretch[] => {
        const [from, own] = [days[0], use[at]]
        return from === undefined || own === undefined ? [] : [{ room, line, from, use: own }]
      }),
    )
  return buildingsReport({ stretches, someProgrammes: asked.programmeIds.length > 0 }, asked, places)
}

/** The days of the period by the lines of time that were asked for, or by months where the lines are places. */
function slicesOf(
  asked: ReportAsked,
  places: Places,
): { key: string; line: SplitLine; days: readonly string[] }[] {
  const { by } = asked
  const inTime = by === 'quarter' || by === 'year' || by === 'term'
  const find = lineFinder(inTime ? by : 'month', places)
  const slices = new Map<string, { key: string; line: SplitLine; days: string[] }>()
  for (let day = asked.from; day <= asked.to; day = addDays(day, 1)) {
    const line = find({ groupId: null, on: day })
    const there = slices.get(line.key)
    if (there) there.days.push(day)
    else slices.set(line.key, { key: line.key, line, days: [day] })
  }
  return [...slices.values()]
}
