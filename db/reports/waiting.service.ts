import type { ReportAsked } from '../../shared/reports/asked.ts'
import type { MadeReport } from '../../shared/reports/making.ts'
import { admitter, type Places } from '../../shared/reports/splits.rules.ts'
import { waitingReport, waitingRules, type Wait } from '../../shared/reports/waiting.rules.ts' // prettier-ignore
import { readSettings } from '../settings/settings.repository.ts'
import { listPlaced } from './placed.repository.ts'
import { readPlaces } from './places.repository.ts'
import type { ReportMaker } from './report-list.ts'
import * as snapshots from './waiting-snapshot.repository.ts'

/** Who waits for a place, for how long, and week by week as it was counted. */
export const waitingMaker: ReportMaker = {
  title: 'Who waits for a place, and for how long?',
  versions: waitingRules,
  make: makeWaiting,
}

async function makeWaiting(
  { db, today, actor }: Parameters<ReportMaker['make']>[0],
  asked: ReportAsked,
): Promise<MadeReport> {
  const on = asked.to < today ? asked.to : today
  const places = await readPlaces(db, actor)
  const admits = admitter(asked, places)
  const waits = (await snapshots.listWaits(db, on)).filter((one) => admits(one.groupId))
  const placed = (await listPlaced(db, asked.from, on)).filter((one) => admits(one.groupId))
  const weeks = await readWeeks(db, today, asked, places)
  return waitingReport({ on, today, waits, placed, weeks }, asked, places)
}

async function readWeeks(
  db: Parameters<ReportMaker['make']>[0]['db'],
  today: string,
  asked: ReportAsked,
  places: Places,
) {
  const days = await snapshots.listDays(db, asked.to)
  const lines = await snapshots.linesBetween(db, asked.from, asked.to)
  const now = await snapshots.whoTheyAreNow(db)
  const { snapshotWeekday } = await readSettings(db)
  const counted = days
    .filter((day) => day.onDate >= asked.from)
    .map(({ id, onDate, version }) => ({
      onDate,
      version,
      waits: (lines.get(id) ?? []).filter((wait) => admitsThen(asked, places, wait)),
    }))
  return { today, days, counted, rules: waitingRules, weekday: snapshotWeekday, nowOf: (id: string) => now.get(id) ?? id } // prettier-ignore
}

/** As `admits`, by the programme and the building of the day: a group that has moved since was counted where it was. */
function admitsThen(asked: ReportAsked, places: Places, { programmeId, buildingId }: Wait): boolean {
  const has = (ids: readonly string[], id: string | null) =>
    ids.length === 0 || (id !== null && ids.includes(id))
  const locality = buildingId === null ? null : (places.buildings.get(buildingId)?.localityId ?? null)
  const half = locality === null ? undefined : places.localities.get(locality)?.half
  return (
    has(asked.programmeIds, programmeId) &&
    has(asked.buildingIds, buildingId) &&
    has(asked.localityIds, locality) &&
    (asked.half === null || half === asked.half)
  )
}
