import { participantRoles } from '../../shared/enrolments/participants.rules.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { MarkCode } from '../../shared/registers/mark-code.ts'
import type { Register, RegisterRow } from '../../shared/registers/registers.contract.ts'
import type { RoleCount } from '../../shared/registers/record.contract.ts'
import { registerState, type RegisterState } from '../../shared/registers/registers.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { mayRunGroup } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { fromFlag } from '../flag.ts'
import { listFacilitators } from '../groups/groups.repository.ts'
import type { Db } from '../store.ts'
import { peopleOn } from './people-on.ts'
import * as record from './record.repository.ts'
import { toRow } from './register-row.ts'
import * as registers from './registers.repository.ts'

/** How many earlier sessions stand beside each name. */
const EARLIER = 3

type Facts = Pick<
  NonNullable<Awaited<ReturnType<typeof registers.findFacts>>>,
  'starts_at' | 'did_not_run' | 'register_completed_at' | 'marked'
>
type Heading = NonNullable<Awaited<ReturnType<typeof registers.findHeading>>>

/** The state of a register from its session's row. */
export const stateOf = (session: Facts, today: string): RegisterState =>
  registerState(
    {
      startsAt: session.starts_at,
      didNotRun: fromFlag(session.did_not_run),
      complete: session.register_completed_at !== null,
      marked: session.marked === 1,
    },
    today,
  )

/** The whole register of a session, as the screen and the paper show it. */
export async function readRegister(
  db: Db,
  id: SessionId,
  today: string,
): Promise<Omit<Register, 'mayChangeGroup'>> {
  const session = found(await registers.findHeading(db, id), 'session')
  const on = await peopleOn(db, session)
  const around = { day: dateOf(session.starts_at), lastMarks: await readLastMarks(db, session) }
  const codes = (await registers.listCodes(db)).map(registers.toCode)
  const rows = [...on.expected, ...on.walkIns].map((one, at) => toRow(one, at + 1, around))
  const volunteers = on.volunteers.map((one, at) => toRow(one, at + 1, around))
  return {
    ...toHeading(session, stateOf(session, today)),
    ...(await readRecord(db, session)),
    roles: countRoles(
      [...rows, ...volunteers],
      cameBy(session, codes),
      await record.listHeadcounts(db, id),
      isOpen(session),
    ),
    rows,
    volunteers,
    codes,
  }
}

/** The register as somebody opens it: with whether its group is theirs to change. */
export async function openRegister(
  { db, today, actor }: Pick<QueryContext, 'db' | 'today' | 'actor'>,
  id: SessionId,
): Promise<Register> {
  const register = await readRegister(db, id, today)
  const leaders = (await listFacilitators(db, [register.groupId])).get(register.groupId) ?? []
  const leaderIds = leaders.map((one) => one.staffId)
  return { ...register, mayChangeGroup: mayRunGroup(actor, leaderIds) }
}

/** Nobody comes to a session of materials that are sent, whatever letter they have. */
const cameBy = (session: Heading, codes: readonly MarkCode[]) =>
  (session.mode ?? session.mode_of_group) === 'materials' ? [] : codes

const toHeading = (session: Heading, state: RegisterState) => ({
  sessionId: session.id,
  groupId: session.group_id,
  groupName: session.group_name,
  publicTitle: session.public_title,
  programmeName: session.programme_name,
  sessionNumber: session.did_not_run === 1 ? null : session.number,
  sessionCount: session.session_count,
  startsAt: session.starts_at,
  endsAt: session.ends_at,
  roomName: session.room_name,
  buildingName: session.building_name,
  state,
  reason: session.reason,
  completedAt: session.register_completed_at,
  completedBy: session.completed_by,
  version: session.version,
})

/** Heads are counted where people come without a place: not in a run with its own people. */
const isOpen = ({ delivery }: Pick<Heading, 'delivery'>) => delivery !== 'closed'

async function readRecord(db: Db, session: Heading) {
  const delivered = await record.listDelivered(db, session.id)
  const leaders = await registers.listFacilitators(db, session.group_id)
  const suggested = leaders.map(({ id, name }) => ({
    staffId: id,
    name,
    part: 'lead' as const,
    minutes: null,
  }))
  return {
    facilitators: leaders.map((one) => one.name),
    note: session.note,
    mode: session.mode,
    modeOfGroup: session.mode_of_group,
    delivered,
    suggested: delivered.length === 0 ? suggested : [],
    openToAll: isOpen(session),
  }
}

/** Each role that somebody has, or that heads were counted of; of an open group, children and adults always. */
export function countRoles(
  people: readonly Pick<RegisterRow, 'role' | 'mark'>[],
  codes: readonly Pick<MarkCode, 'code' | 'attended'>[],
  counted: ReadonlyMap<string, number>,
  openToAll: boolean,
): RoleCount[] {
  const came = new Set(codes.filter((code) => code.attended).map((code) => code.code))
  const isShown = (role: RoleCount['role']) =>
    counted.has(role) || people.some((one) => one.role === role) || (openToAll && role !== 'volunteer')
  return participantRoles.filter(isShown).map((role) => ({
    role,
    named: people.filter((one) => one.role === role && came.has(one.mark?.code ?? '')).length,
    counted: counted.get(role) ?? null,
  }))
}

/** For each person, the letters of the sessions before this one, oldest first. */
async function readLastMarks(db: Db, session: Pick<Heading, 'group_id' | 'starts_at'>) {
  const latestFirst = await registers.listEarlier(db, session.group_id, session.starts_at, EARLIER)
  const ids = latestFirst.map((s) => s.id).reverse()
  const letters = await registers.listLetters(db, ids)
  const byPlace = new Map(letters.map((l) => [`${l.session_id} ${l.person_id}`, l.code]))
  return (person: PersonId) => ids.map((id) => byPlace.get(`${id} ${person}`) ?? '')
}
