import { onTestFinished } from 'vitest'
import { newIdAt } from '../../db/new-id.ts'
import { openStore, type Tx } from '../../db/store.ts'
import { toFlag } from '../../db/flag.ts'
import {
  commandId,
  groupId,
  programmeId,
  sessionId,
  type GroupId,
  type PersonId,
  type SessionId,
  type UserId,
} from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { NOW, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))

/** Puts rows straight into a county's file, for states that are slow to reach through the operations. */
export async function putRows<T>(county: Pick<TestCounty, 'file'>, put: (tx: Tx) => Promise<T>): Promise<T> {
  const store = openStore(county.file)
  onTestFinished(() => store.close())
  const entry = { id: newId(commandId), at: NOW, userId: null, userName: 'Test', operation: 'test.put', subject: null, undoes: null } // prettier-ignore
  return store.write(entry, put)
}

interface GroupPlan {
  readonly name?: string
  /** Local dates of its sessions, each 10am to midday. */
  readonly dates?: readonly string[]
  /** Of those, the ones that did not run. */
  readonly didNotRun?: readonly string[]
  readonly ages?: readonly [number | null, number | null]
  readonly cancelled?: boolean
}

/** A group of a programme of its own, with sessions and no rooms. */
export async function aGroupWithSessions(
  county: Pick<TestCounty, 'file'>,
  {
    name = 'Bounce Back',
    dates = [],
    didNotRun = [],
    ages = [null, null],
    cancelled = false,
  }: GroupPlan = {},
): Promise<{ groupId: GroupId; sessions: SessionId[] }> {
  const programme = newId(programmeId)
  const group = newId(groupId)
  const sessions = dates.map(() => newId(sessionId))
  await putRows(county, async (tx) => {
    await tx.insertInto('programme').values({ id: programme, name, public_title: name, audience: null, theme: null, delivery: 'closed', place_kind: 'person', age_from: ages[0], age_to: ages[1], usual_sessions: null, session_minutes: null, usual_places: null, sensitive: 0, co_delivered: 0, colour: 'teal', source: null, retired: 0, version: 1 }).execute() // prettier-ignore
    await tx.insertInto('programme_group').values({ id: group, programme_id: programme, series_id: null, building_id: null, name, name_key: fold(name), public_title: name, capacity: null, cancelled: toFlag(cancelled), cancelled_reason: null, version: 1 }).execute() // prettier-ignore
    const rows = dates.map((date, i) => ({ id: sessions[i] ?? newId(sessionId), group_id: group, series_id: null, starts_at: `${date}T10:00`, ends_at: `${date}T12:00`, did_not_run: toFlag(didNotRun.includes(date)), reason: null, changed_by_hand: 0, register_completed_at: null, register_completed_by: null, version: 1 }) as const) // prettier-ignore
    if (rows.length > 0) await tx.insertInto('session').values(rows).execute()
  })
  return { groupId: group, sessions }
}

/** Letters that mean what their flags say: P present, N did not attend, X not expected. */
export async function theMarkCodes(county: Pick<TestCounty, 'file'>): Promise<void> {
  await putRows(county, async (tx) => {
    const code = (id: string, attended: 0 | 1, expected: 0 | 1) => ({ id, label: id, attended, expected, position: 1, retired: 0 }) as const // prettier-ignore
    await tx
      .insertInto('mark_code')
      .values([code('P', 1, 1), code('N', 0, 1), code('X', 0, 0)])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}

/** A mark, by the administrator. */
export async function aMark(
  county: Pick<TestCounty, 'file' | 'session'>,
  session: SessionId | undefined,
  person: PersonId,
  code: 'P' | 'N' | 'X',
): Promise<void> {
  const by: UserId | undefined = county.session.actor?.id
  if (!session || !by) throw new Error('A mark needs a session and somebody signed in.')
  const row = { id: newId(sessionId), session_id: session, person_id: person, code, marked_at: NOW, marked_by: by, version: 1 } // prettier-ignore
  await putRows(county, (tx) => tx.insertInto('mark').values(row).execute())
}
