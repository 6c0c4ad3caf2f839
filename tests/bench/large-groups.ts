import { join } from 'node:path'
import { newIdAt } from '../../db/new-id.ts'
import { rowId } from '../../db/sample/row-id.ts'
import { insertAll } from '../../db/sample/write-county.ts'
import { openStore, type Db, type Tx } from '../../db/store.ts'
import { commandId, enrolmentId, groupId, sessionId, type GroupId, type PersonId, type SessionId } from '../../shared/ids.ts' // prettier-ignore
import { addDays } from '../../shared/time/civil.ts'
import { BENCH_NOW } from './big-county.ts'

const today = BENCH_NOW.slice(0, 10)
const newId = newIdAt(new Date(BENCH_NOW))
const PEOPLE = 40
const SESSIONS = 30
const WAITING = 2_000

/** Groups larger than any that an invented county has: forty people over thirty sessions, and two thousand who wait. */
export interface LargeGroups {
  readonly forty: { readonly groupId: GroupId; readonly sessionId: SessionId }
  readonly waiting: GroupId
}

/** Puts them into the copy that is measured. */
export async function addLargeGroups(folder: string): Promise<LargeGroups> {
  const store = openStore(join(folder, 'gather.db'))
  const entry = { id: newId(commandId), at: BENCH_NOW, userId: null, userName: 'Bench', operation: 'groups.plan', subject: null, undoes: null } // prettier-ignore
  try {
    const people = await manyPeople(store.reader)
    return await store.write(entry, async (tx) => ({
      forty: await fortyByThirty(tx, people.slice(0, PEOPLE)),
      waiting: await twoThousandWaiting(tx, people.slice(PEOPLE)),
    }))
  } finally {
    await store.close()
  }
}

async function manyPeople(db: Db): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .orderBy('id')
    .limit(PEOPLE + WAITING)
    .execute()
  return rows.map((row) => row.id)
}

/** A group like one that there is, with other people. */
async function likeAnother(tx: Tx, name: string): Promise<GroupId> {
  const other = await tx.selectFrom('programme_group').selectAll().orderBy('id').executeTakeFirstOrThrow()
  const id = newId(groupId)
  const row = { ...other, id, series_id: null, name, name_key: name.toLowerCase(), capacity: PEOPLE, linked_group_id: null, cancelled: 0 } as const // prettier-ignore
  await tx.insertInto('programme_group').values(row).execute()
  return id
}

async function enrol(tx: Tx, group: GroupId, people: readonly PersonId[], status: 'enrolled' | 'waiting') {
  const enrolments = people.map((person_id) => ({ id: newId(enrolmentId), group_id: group, person_id, version: 1 })) // prettier-ignore
  await insertAll(tx, 'enrolment', enrolments)
  const on = (n: number) => addDays(today, -(SESSIONS * 7) - (n % 90))
  await insertAll(tx, 'enrolment_event', enrolments.map(({ id }, n) => ({ id: newId(rowId), enrolment_id: id, on_date: on(n), step: 1, status, reason: null }))) // prettier-ignore
}

async function fortyByThirty(tx: Tx, people: readonly PersonId[]): Promise<LargeGroups['forty']> {
  const id = await likeAnother(tx, 'Forty by thirty')
  await enrol(tx, id, people, 'enrolled')
  const user = await tx.selectFrom('user').select('id').executeTakeFirstOrThrow()
  const dates = Array.from({ length: SESSIONS }, (_, n) => addDays(today, (n + 1 - SESSIONS) * 7))
  const done = (date: string) => (date < today ? BENCH_NOW : null)
  const sessions = dates.map((date) => ({ id: newId(sessionId), group_id: id, series_id: null, starts_at: `${date}T18:00`, ends_at: `${date}T19:30`, did_not_run: 0, reason: null, changed_by_hand: 0, register_completed_at: done(date), register_completed_by: done(date) === null ? null : user.id, version: 1 }) as const) // prettier-ignore
  await insertAll(tx, 'session', sessions)
  const taken = sessions.filter((one) => one.register_completed_at !== null)
  const marks = taken.flatMap(
    (session, n) =>
    people.map((person_id, at) => ({ id: newId(rowId), session_id: session.id, person_id, code: (n + at) % 5 === 0 ? 'N' : 'P', marked_at: BENCH_NOW, marked_by: user.id, version: 1 })), // prettier-ignore
  )
  await insertAll(tx, 'mark', marks)
  await stars(tx, id, people)
  const last = sessions.at(-1)
  if (last === undefined) throw new Error('The group has sessions')
  return { groupId: id, sessionId: last.id }
}

/** A star of ten areas of everybody, at three times. */
async function stars(tx: Tx, group_id: GroupId, people: readonly PersonId[]) {
  const star = await tx.selectFrom('measure').select('id').where('name', '=', 'Family Star Plus').executeTakeFirst() // prettier-ignore
  if (star === undefined) return
  const times = ['before', 'during', 'after'] as const
  const items = Array.from({ length: 10 }, (_, i) => i + 1)
  const readings = people.flatMap((person_id) => times.flatMap((time_point, n) => items.map((item) => ({ id: newId(rowId), group_id, person_id, measure_id: star.id, time_point, item, completed_by: 'worker-and-family' as const, value: 3 + n, not_done_reason: null, taken_on: addDays(today, -7 * (3 - n)), version: 1 })))) // prettier-ignore
  await insertAll(tx, 'reading', readings)
}

async function twoThousandWaiting(tx: Tx, people: readonly PersonId[]): Promise<GroupId> {
  const id = await likeAnother(tx, 'Two thousand waiting')
  await enrol(tx, id, people, 'waiting')
  return id
}
