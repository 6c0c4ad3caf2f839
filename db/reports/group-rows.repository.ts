import type { GroupId } from '../../shared/ids.ts'
import type { GroupRows } from '../../shared/reports/group-rows.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
import { minutesBetween } from '../../shared/time/civil.ts'
import { overTime } from '../outcomes/measure-editions.repository.ts'
import { countsBy, isKnown, withTotals } from '../../shared/outcomes/change-points.rules.ts'
import { fromFlag } from '../flag.ts'
import { list, toMeasure } from '../outcomes/measures.repository.ts'
import { listReadings as listAllReadings, toReading } from '../outcomes/outcomes.repository.ts'
import type { Db } from '../store.ts'

/** Everyone with a history in the group, or with a mark in it. */
const listPeople = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('person')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.person_id', '=', 'person.id').on('enrolment.group_id', '=', groupId),
    )
    .where((eb) =>
      eb.or([
        eb('person.id', 'in', eb.selectFrom('enrolment').where('group_id', '=', groupId).select('person_id')),
        eb(
          'person.id',
          'in',
          eb
            .selectFrom('mark')
            .innerJoin('session', 'session.id', 'mark.session_id')
            .where('session.group_id', '=', groupId)
            .select('mark.person_id'),
        ),
      ]),
    ) // prettier-ignore
    .select(['person.id', 'person.family_id', 'person.date_of_birth'])
    .select(['enrolment.id as enrolment_id', 'enrolment.role', 'enrolment.referred_on'])
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute()

const listLines = (db: Db, groupId: GroupId, today: string) =>
  db
    .selectFrom('enrolment_event as line')
    .innerJoin('enrolment', 'enrolment.id', 'line.enrolment_id')
    .where('enrolment.group_id', '=', groupId)
    .where('line.on_date', '<=', today)
    .select(['line.enrolment_id', 'line.status', 'line.on_date as onDate'])
    .orderBy('line.on_date')
    .orderBy('line.step')
    .execute()

/** A group's sessions in order, those that did not run among them. */
export const listSessions = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .select(['id', 'starts_at', 'ends_at', 'did_not_run', 'register_completed_at'])
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

const listMarks = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('session.group_id', '=', groupId)
    .select(['mark.session_id', 'mark.person_id', 'mark.minutes', 'mark_code.minutes as minutes_say'])
    .select(['session.starts_at', 'session.ends_at'])
    .select(['mark_code.expected', 'mark_code.apology', 'mark_code.contact', cameThere.as('attended')])
    .execute()

interface TimedMark {
  readonly minutes: number | null
  readonly minutes_say: 'late' | 'early' | null
}

/** How long somebody was there, where it is said: of who came late or left early, the rest of the session's minutes. */
export const minutesThere = ({ minutes, minutes_say }: TimedMark, length: () => number): number | null =>
  minutes === null || minutes_say === null ? minutes : Math.max(0, length() - minutes)

const listHeads = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session_headcount as heads')
    .innerJoin('session', 'session.id', 'heads.session_id')
    .where('session.group_id', '=', groupId)
    .select(['heads.session_id as sessionId', 'heads.role', 'heads.people'])
    .execute()

const listHelpers = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session_staff as helper')
    .innerJoin('session', 'session.id', 'helper.session_id')
    .where('session.group_id', '=', groupId)
    .where('helper.part', '=', 'volunteer')
    .select(['helper.session_id as sessionId', 'helper.staff_id as staffId', 'helper.minutes'])
    .execute()

/** The readings that count: of measures for change, by those whom they count, with the totals that are sums. */
async function listReadings(db: Db, groupId: GroupId): Promise<GroupRows['readings']> {
  const readings = (await listAllReadings(db, groupId)).map(toReading)
  const measures = readings.length === 0 ? [] : await overTime(db, (await list(db)).map(toMeasure))
  return measures
    .filter((measure) => measure.details.use === 'change')
    .flatMap((measure) => {
      const own = readings.filter((one) => one.measureId === measure.id && countsBy(measure.details, one.completedBy)) // prettier-ignore
      const known = withTotals(measure, own.filter(isKnown)) // prettier-ignore
      return known.map(({ personId, measureId, edition, item, timePoint, value }) => ({ personId, measureId, edition, item, timePoint, value })) // prettier-ignore
    })
}

const findRule = (db: Db, groupId: GroupId) =>
  db.selectFrom('programme_group').select('complete_at').where('id', '=', groupId).executeTakeFirst()

/** The rows that one group's figures are made of; eight queries, however large the county. */
export async function readGroupRows(db: Db, groupId: GroupId, today: string): Promise<GroupRows> {
  const lines = Map.groupBy(await listLines(db, groupId, today), (line) => line.enrolment_id)
  const people = await listPeople(db, groupId)
  return {
    today,
    completeAt: (await findRule(db, groupId))?.complete_at ?? null,
    people: people.map((one) => ({
      personId: one.id,
      familyId: one.family_id,
      dateOfBirth: one.date_of_birth,
      role: one.role,
      referredOn: one.referred_on,
      statuses: one.enrolment_id === null ? [] : (lines.get(one.enrolment_id) ?? []),
    })),
    sessions: (await listSessions(db, groupId)).map((s) => ({
      id: s.id,
      startsAt: s.starts_at,
      endsAt: s.ends_at,
      didNotRun: fromFlag(s.did_not_run),
      complete: s.register_completed_at !== null,
    })),
    marks: (await listMarks(db, groupId)).map((m) => ({
      sessionId: m.session_id,
      personId: m.person_id,
      minutes: minutesThere(m, () => minutesBetween(m.starts_at, m.ends_at)),
      attended: m.attended === 1,
      expected: fromFlag(m.expected),
      apology: fromFlag(m.apology),
      contact: fromFlag(m.contact),
    })),
    heads: await listHeads(db, groupId),
    helpers: await listHelpers(db, groupId),
    readings: await listReadings(db, groupId),
  }
}
