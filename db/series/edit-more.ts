import { obstacleInWords } from '../../shared/bookings/obstacles.rules.ts'
import type { GroupId } from '../../shared/ids.ts'
import { ruleOfMore } from '../../shared/series/edit-ends.rules.ts'
import type { EditRow } from '../../shared/series/edit.contract.ts'
import { commonest } from '../../shared/series/edit.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import type { RunRow } from '../../shared/series/series.contract.ts'
import { overlaps } from '../../shared/time/interval.ts'
import { timeRange } from '../../shared/time/format.ts'
import { listForGroup } from '../groups/sessions.repository.ts'
import type { Db } from '../store.ts'
import type { StoredOccurrence } from './edit.repository.ts'
import { readRooms } from './edit-problems.ts'
import { refuseOthersRoom, type Rights } from './edit-rights.ts'
import type { Asked, Asking } from './edit.service.ts'
import { readRun, type ReadRun } from './read-run.ts'
import { listSkipped } from './series.repository.ts'
import type { SeriesId } from '../../shared/ids.ts'

/** What a later end adds to a series. */
export interface More {
  readonly rows: readonly EditRow[]
  /** Null when nothing is added. */
  readonly run: ReadRun | null
  /** The dates to make, and those that the rule leaves out. */
  readonly kept: readonly RunRow[]
  readonly skipped: readonly RunRow[]
  /** The date of the series that they are made like. */
  readonly like: StoredOccurrence | null
}

const NONE: More = { rows: [], run: null, kept: [], skipped: [], like: null }

interface About {
  readonly all: readonly StoredOccurrence[]
  readonly asked: Asked
  readonly rule: Rule | null
  readonly rights: Rights
  readonly seriesId: SeriesId | null
  readonly groupId: GroupId | null
}

/** The dates that a later end adds by the series' own rule, each looked up for whether its rooms can be had. */
export async function readMore(asking: Asking, about: About): Promise<More> {
  const { all, asked, rule, seriesId } = about
  if (asked.change.ends === undefined || rule === null || seriesId === null) return NONE
  const standing = all.filter((one) => one.state === 'standing')
  const skipped = await listSkipped(asking.db, seriesId)
  const names = [...all.map((one) => one.date), ...skipped.map((one) => one.date)]
  const rest = ruleOfMore(rule, names, standing.length)
  const like = usualOf(standing)
  if (rest === null || like === null || like.roomId === null) return NONE
  const rooms = [asked.change.roomId ?? like.roomId, ...like.further.map((one) => one.roomId)]
  const run = await readRun(asking.db, { roomIds: rooms, rule: rest, edits: [] })
  const known = await readRooms(asking.db, [
    {
      occurrence: like,
      outcome: 'kept',
      kept: null,
      keeps: [],
      startsAt: '',
      endsAt: '',
      roomId: rooms[0] ?? null,
      details: {},
    },
  ])
  refuseOthersRoom(asking.actor, about.rights, known, rooms)
  return split(asking.db, about, run, like)
}

/** The last that stands in the room where most do: what one more date is made like. */
export function usualOf(standing: readonly StoredOccurrence[]): StoredOccurrence | null {
  const roomId = commonest(standing.filter((one) => !one.own.room).map((one) => one.roomId))
  return standing.findLast((one) => one.roomId === roomId && !one.own.details) ?? standing.at(-1) ?? null
}

async function split(db: Db, { asked, groupId }: About, run: ReadRun, like: StoredOccurrence): Promise<More> {
  const sessions =
    groupId === null ? [] : (await listForGroup(db, groupId)).filter((one) => one.did_not_run === 0)
  const problemsOf = (row: RunRow) => [
    ...row.obstacles.map(obstacleInWords),
    ...sessions
      .filter((one) =>
        overlaps({ start: row.startsAt, end: row.endsAt }, { start: one.starts_at, end: one.ends_at }),
      )
      .map((one) => `The group also meets from ${timeRange(one.starts_at, one.ends_at)} that day`),
  ]
  const kept = run.rows.filter((row) => row.state === 'keep')
  const left = asked.leaveInTheWay ? kept.filter((row) => problemsOf(row).length > 0) : []
  const added = kept.filter((row) => !left.includes(row))
  return {
    run,
    like,
    rows: added.map((row) => toRow(row, run, problemsOf(row))),
    kept: added,
    skipped: [
      ...run.rows.filter((row) => row.state === 'skip'),
      ...left.map((row) => ({
        ...row,
        state: 'skip' as const,
        kind: 'clash' as const,
        reason: problemsOf(row).join(', and ').slice(0, 500),
      })),
    ],
  }
}

function toRow(row: RunRow, { room }: ReadRun, problems: readonly string[]): EditRow {
  const { startsAt, endsAt, roomId, obstacles } = row
  return {
    bookingId: null,
    sessionId: null,
    outcome: 'added',
    from: null,
    to: { startsAt, endsAt, roomId, roomName: room.name, buildingName: room.building_name },
    kept: null,
    why: null,
    keeps: [],
    obstacles,
    problems: [...problems],
  }
}
