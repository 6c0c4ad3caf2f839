import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import type { GroupId, PersonId, SessionId, StaffId } from '../../shared/ids.ts'
import { mayCorrect, needsReason } from '../../shared/registers/correct.rules.ts'
import type { Grid, GridCell, GridPerson, GridSession } from '../../shared/registers/grid.contract.ts'
import { isOnRegister, placeOf } from '../../shared/registers/grid.rules.ts'
import { civilNow, dateOf } from '../../shared/time/civil.ts'
import { found } from '../changed.ts'
import type { Common } from '../context.ts'
import { expectedRows } from '../enrolments/expected.repository.ts'
import { fromFlag } from '../flag.ts'
import { findById as findGroup, listFacilitators } from '../groups/groups.repository.ts'
import type { Db } from '../store.ts'
import * as grid from './grid.repository.ts'
import { nameOf } from './register-row.ts'
import { listCodes, toCode } from './registers.repository.ts'
import { stateOf } from './registers.sheet.ts'

type Viewer = Pick<Common, 'actor' | 'localNow' | 'today'>
type Counts = GridSession['counts']

/** A whole run as people by sessions. Every count is over `expectedRows`, as everywhere. */
export async function readGrid(db: Db, groupId: GroupId, viewer: Viewer): Promise<Grid> {
  const group = found(await findGroup(db, groupId, viewer.localNow), 'group')
  const leaders = (await listFacilitators(db, [groupId])).get(groupId) ?? []
  const sessions = await grid.listSessions(db, groupId)
  const counts = await countsOf(db, groupId)
  const cellAt = await cellsOf(db, groupId)
  const people = (await grid.listPeople(db, groupId)).map(({ id, ...person }) => ({
    personId: id,
    name: nameOf(person),
    alert: fromFlag(person.alert),
    provisional: fromFlag(person.provisional),
    counts: counts.get(id),
    cells: sessions.map((session) => cellAt(session, id)),
  }))
  const leaderIds = leaders.map((one) => one.staffId)
  return {
    groupId,
    groupName: group.name,
    sessions: headed(sessions, (session) => toSession(session, leaderIds, viewer, counts)),
    people: inOrder(people.filter(isShown)),
    codes: (await listCodes(db)).map(toCode),
  }
}

/** Only those who were ever on a register: referred and waiting people stand on their own list. */
const isShown = ({ cells }: GridPerson) => cells.some((cell) => isOnRegister(cell.place))

/** Those who only ever came unexpected stand under the others, as they do on each register. */
function inOrder(people: GridPerson[]): GridPerson[] {
  const isWalkIn = ({ cells }: GridPerson) => cells.every((cell) => cell.place !== 'expected')
  return [...people.filter((one) => !isWalkIn(one)), ...people.filter(isWalkIn)]
}

/** Sessions that did not run take no number. */
function headed(
  sessions: readonly grid.SessionRecord[],
  toHead: (session: grid.SessionRecord) => Omit<GridSession, 'number'>,
): GridSession[] {
  let number = 0
  return sessions.map((session) => ({
    ...toHead(session),
    number: fromFlag(session.did_not_run) ? null : ++number,
  }))
}

function toSession(
  session: grid.SessionRecord,
  leaderIds: readonly StaffId[],
  { actor, today }: Viewer,
  counts: CountsOf,
) {
  const { register_completed_at: completedAt, register_completed_by: by } = session
  const on = completedAt === null ? null : dateOf(civilNow(new Date(completedAt)))
  return {
    sessionId: session.id,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    topic: session.topic,
    reason: session.reason,
    invitedOnly: fromFlag(session.invited_only),
    state: stateOf(session, today),
    completedAt,
    mayCorrect: on !== null && mayCorrect(actor, { on, by, leaderIds }, today),
    needsReason: on !== null && needsReason(on, today),
    counts: counts.get(session.id),
  }
}

type CountsOf = Awaited<ReturnType<typeof countsOf>>

/** How many were expected, marked and came: by session, and by person. */
async function countsOf(db: Db, groupId: GroupId) {
  const rows = await db
    .selectFrom(expectedRows(db, { groupIds: [groupId] }).as('e'))
    .select(['session_id', 'person_id', 'code', 'attended'])
    .execute()
  const counts = new Map<SessionId | PersonId, Counts>()
  const get = (id: SessionId | PersonId) => counts.get(id) ?? { expected: 0, marked: 0, attended: 0 }
  for (const row of rows)
    for (const id of [row.session_id, row.person_id]) {
      const { expected, marked, attended } = get(id)
      counts.set(id, {
        expected: expected + 1,
        marked: marked + (row.code === null ? 0 : 1),
        attended: attended + (row.attended ?? 0),
      })
    }
  return { get }
}

/** What stands where a person and a session meet. */
async function cellsOf(db: Db, groupId: GroupId) {
  const marks = new Map((await grid.listMarks(db, groupId)).map((mark) => [placeKey(mark), mark]))
  const corrected = new Set((await grid.listCorrected(db, groupId)).map(placeKey))
  const invited = new Set((await grid.listInvited(db, groupId)).map(placeKey))
  const histories = Map.groupBy(await grid.listHistories(db, groupId), (line) => line.person_id)
  return (session: grid.SessionRecord, person: PersonId): GridCell => {
    const here = placeKey({ session_id: session.id, person_id: person })
    const mark = marks.get(here)
    const history = histories.get(person)
    const place = placeOf({
      didNotRun: fromFlag(session.did_not_run),
      complete: session.register_completed_at !== null,
      marked: mark !== undefined,
      invited: !fromFlag(session.invited_only) || invited.has(here),
      status: history && (eventAsAt(history, dateOf(session.starts_at))?.status ?? null),
    })
    return {
      place,
      code: mark?.code ?? null,
      minutes: mark?.minutes ?? null,
      note: mark?.note ?? null,
      corrected: corrected.has(here),
    }
  }
}

const placeKey = (at: { session_id: SessionId; person_id: PersonId }) => `${at.session_id} ${at.person_id}`
