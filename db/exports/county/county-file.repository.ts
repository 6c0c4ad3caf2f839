import { sql } from 'kysely'
import type { CountyFileAsked, CountyFileRows, FileEnrolment, FileGroup, FileMark, FilePerson, FileReading, FileSession, FileTally } from '../../../shared/exports/county-file.ts' // prettier-ignore
import type { GroupId, SessionId } from '../../../shared/ids.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { admitter, type Places } from '../../../shared/reports/splits.rules.ts'
import { inBatches } from '../../batches.ts'
import type { Actor } from '../../context.ts'
import { cameThere } from '../../enrolments/expected.repository.ts'
import { fromFlag } from '../../flag.ts'
import { measuresById } from './measure-names.ts'
import { readPlaces } from '../../reports/places.repository.ts'
import type { Db } from '../../store.ts'

/** Enough that queries are few, and few enough that nobody waits for one. */
const SESSIONS_AT_ONCE = 150
const GROUPS_AT_ONCE = 100

/**
 * What a file of the county is made of, for one person: the sessions of the days and groups asked for, and those groups
 * with their people. Long tables are read in batches while they are written, so `db` has to be a snapshot.
 */
export async function readCountyFile(db: Db, actor: Actor, asked: CountyFileAsked): Promise<CountyFileRows> {
  const places = await readPlaces(db, actor)
  const sessions = await readSessions(db, asked, places)
  const ids = [...new Set([...sessions.values()].map((session) => session.groupId))]
  const groups = await readGroups(db, ids, places)
  const names = await measuresById(db)
  const groupIds = [...groups.keys()] as GroupId[] // the keys are ids of groups
  const sessionIds = [...sessions.keys()] as SessionId[] // and these of sessions
  return {
    asked,
    groups,
    sessions,
    people: await readPeople(db),
    enrolments: () => readEnrolments(db, groupIds, asked),
    marks: () => readMarks(db, sessionIds),
    readings: () => readReadings(db, groupIds, asked, names),
    tallies: await readTallies(db, new Set(groupIds), asked, names),
  }
}

async function readSessions(
  db: Db,
  asked: CountyFileAsked,
  places: Places,
): Promise<Map<string, FileSession>> {
  const lets = admitter(asked, places)
  const rows = await db
    .selectFrom('session')
    .innerJoin('programme_group as g', 'g.id', 'session.group_id')
    // Every time of a day sorts before the day with "U" after it, "T" being what stands between date and time.
    .where('session.starts_at', '>=', asked.from)
    .where('session.starts_at', '<', `${asked.to}U`)
    .select(['session.id', 'session.group_id', 'session.starts_at', 'session.ends_at', 'session.kind'])
    .select(['session.did_not_run', 'session.register_completed_at', 'g.building_id'])
    .select(sql<FileSession['mode']>`coalesce(session.mode, g.mode)`.as('mode'))
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()
  const wanted = rows.filter((row) => lets(row.group_id, row.id))
  return new Map(
    wanted.map((row) => {
      const building = places.elsewhere.get(row.id) ?? row.building_id
      return [
        row.id,
        {
          id: row.id,
          groupId: row.group_id,
          startsAt: row.starts_at,
          endsAt: row.ends_at,
          kind: row.kind,
          mode: row.mode,
          building: building === null ? null : (places.buildings.get(building)?.name ?? null),
          didNotRun: fromFlag(row.did_not_run),
          complete: row.register_completed_at !== null,
        },
      ]
    }),
  )
}

async function readGroups(db: Db, ids: readonly string[], places: Places): Promise<Map<string, FileGroup>> {
  const programmes = await db.selectFrom('programme').select(['id', 'sensitive']).execute()
  const sensitive = new Map<string, boolean>(programmes.map((one) => [one.id, fromFlag(one.sensitive)]))
  const rows = ids.flatMap((id): FileGroup[] => {
    const group = places.groups.get(id)
    if (!group) return []
    const building = group.buildingId === null ? undefined : places.buildings.get(group.buildingId)
    const locality = building?.localityId ? places.localities.get(building.localityId) : undefined
    return [
      {
        id,
        name: group.name,
        programmeId: group.programmeId,
        programme: places.programmes.get(group.programmeId) ?? '',
        sensitive: sensitive.get(group.programmeId) ?? true,
        building: building?.name ?? null,
        locality: locality?.name ?? null,
        half: locality?.half ?? null,
      },
    ]
  })
  rows.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Everybody, by last name, but for records that were found to be another's. */
async function readPeople(db: Db): Promise<Map<string, FilePerson>> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('family', 'family.id', 'person.family_id')
    .leftJoin('locality', 'locality.id', 'person.locality_id')
    .where('person.merged_into_id', 'is', null)
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .select([
      'person.date_of_birth',
      'person.family_id',
      'family.name as family',
      'locality.name as locality',
    ])
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
        familyId: row.family_id,
        family: row.family,
        dateOfBirth: row.date_of_birth,
        locality: row.locality,
      },
    ]),
  )
}

async function* readEnrolments(
  db: Db,
  groupIds: readonly GroupId[],
  { to }: CountyFileAsked,
): AsyncGenerator<FileEnrolment[]> {
  for (const some of inBatches(groupIds, GROUPS_AT_ONCE)) {
    const rows = await db
      .selectFrom('enrolment')
      .innerJoin('enrolment_event as line', 'line.enrolment_id', 'enrolment.id')
      .where('enrolment.group_id', 'in', some)
      .where('line.on_date', '<=', to)
      .select(['enrolment.id', 'enrolment.group_id', 'enrolment.person_id', 'enrolment.role'])
      .select(['enrolment.referred_on', 'line.status', 'line.on_date', 'line.reason_kind'])
      .orderBy('enrolment.group_id')
      .orderBy('enrolment.id')
      .orderBy('line.on_date')
      .orderBy('line.step')
      .execute()
    yield [...Map.groupBy(rows, (row) => row.id).values()].flatMap((lines): FileEnrolment[] => {
      const last = lines.at(-1)
      if (!last) return []
      const firstAs = (status: FileEnrolment['status']) =>
        lines.find((line) => line.status === status)?.on_date ?? null
      return [
        {
          groupId: last.group_id,
          personId: last.person_id,
          role: last.role,
          referredOn: last.referred_on ?? firstAs('referred'),
          offeredOn: firstAs('offered'),
          enrolledOn: firstAs('enrolled'),
          status: last.status,
          since: last.on_date,
          reasonKind: last.reason_kind,
        },
      ]
    })
  }
}

async function* readMarks(db: Db, sessionIds: readonly SessionId[]): AsyncGenerator<FileMark[]> {
  for (const some of inBatches(sessionIds, SESSIONS_AT_ONCE)) {
    const rows = await db
      .selectFrom('session')
      .innerJoin('mark', 'mark.session_id', 'session.id')
      .innerJoin('mark_code', 'mark_code.id', 'mark.code')
      .leftJoin('enrolment', (join) =>
        join
          .onRef('enrolment.group_id', '=', 'session.group_id')
          .onRef('enrolment.person_id', '=', 'mark.person_id'),
      )
      .where('session.id', 'in', some)
      .select(['mark.session_id', 'mark.person_id', 'mark.code', 'mark_code.expected', 'enrolment.role'])
      .select(cameThere.as('came'))
      .orderBy('session.starts_at')
      .orderBy('session.id')
      .orderBy('mark.id')
      .execute()
    yield rows.map((row) => ({
      sessionId: row.session_id,
      personId: row.person_id,
      code: row.code,
      came: row.came === 1,
      expected: fromFlag(row.expected),
      volunteer: row.role === 'volunteer',
    }))
  }
}

type Names = Awaited<ReturnType<typeof measuresById>>

async function* readReadings(
  db: Db,
  groupIds: readonly GroupId[],
  { from, to }: CountyFileAsked,
  names: Names,
): AsyncGenerator<FileReading[]> {
  for (const some of inBatches(groupIds, GROUPS_AT_ONCE)) {
    const rows = await db
      .selectFrom('reading')
      .where('group_id', 'in', some)
      .where('taken_on', '>=', from)
      .where('taken_on', '<=', to)
      .select(['group_id', 'person_id', 'measure_id', 'edition', 'time_point', 'round', 'item'])
      .select(['completed_by', 'taken_on', 'value', 'not_done_reason'])
      .orderBy('group_id')
      .orderBy('taken_on')
      .orderBy('id')
      .execute()
    yield rows.map((row) => ({
      groupId: row.group_id,
      personId: row.person_id,
      ...names(row.measure_id, row.item),
      edition: row.edition,
      timePoint: row.time_point,
      round: row.round,
      completedBy: row.completed_by,
      takenOn: row.taken_on,
      value: row.value,
      notDoneReason: row.not_done_reason,
    }))
  }
}

async function readTallies(
  db: Db,
  groups: ReadonlySet<string>,
  { from, to }: CountyFileAsked,
  names: Names,
): Promise<FileTally[]> {
  const rows = await db
    .selectFrom('feedback_tally as tally')
    .leftJoin('session', 'session.id', 'tally.session_id')
    .select(['tally.group_id', 'tally.measure_id', 'tally.item', 'tally.value', 'tally.people'])
    .select('session.starts_at')
    .orderBy('tally.group_id')
    .orderBy('tally.id')
    .execute()
  return rows.flatMap((row) => {
    const on = row.starts_at?.slice(0, 10) ?? null
    // Forms about a whole group are of the group's days, and the group is in the file.
    if (!groups.has(row.group_id) || (on !== null && (on < from || on > to))) return []
    const named = names(row.measure_id, row.item)
    return [{ groupId: row.group_id, on, ...named, value: row.value, people: row.people }]
  })
}

/** About how many rows a file of these will have: for how far its writing is. Cheap, and in no figure. */
export async function countRows(db: Db, { groups, sessions, tallies }: CountyFileRows): Promise<number> {
  const { all } = await db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  const { held } = await db.selectFrom('session').select((eb) => eb.fn.countAll<number>().as('held')).executeTakeFirstOrThrow() // prettier-ignore
  const marks = held === 0 ? 0 : Math.round((all * sessions.size) / held)
  return groups.size + sessions.size + tallies.length + marks
}
