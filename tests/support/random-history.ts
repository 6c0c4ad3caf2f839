import fc from 'fast-check'
import { AppError } from '../../shared/errors.ts'
import { enrolmentStatuses, type EnrolmentStatus } from '../../shared/enrolments/enrolments.contract.ts'
import type { Group } from '../../shared/groups/groups.contract.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Api } from './test-county.ts'
import { at } from './register-factories.ts'

/** One thing done to a group. Places are taken round the list, so that any number will do. */
export type Act = Readonly<
  | { do: 'enrol'; person: number; date: string; status: 'referred' | 'waiting' | 'enrolled' }
  | { do: 'change'; person: number; date: string; status: EnrolmentStatus }
  | { do: 'mark'; person: number; session: number; code: string }
  | { do: 'clear' | 'walk-in'; person: number; session: number }
  | { do: 'rest' | 'complete' | 'reopen' | 'cancel' | 'undo'; session: number }
  | { do: 'move'; session: number; date: string }
>

const person = fc.nat(4)
const session = fc.nat(5)
/** Around the sessions of the group, and around today, 23 November 2026. */
const date = fc.constantFrom('2026-10-20', '2026-11-02', '2026-11-03', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-24', '2026-12-02') // prettier-ignore
const code = fc.constantFrom('P', 'L', 'A', 'N', 'M', 'X')
const has = <T extends Act['do']>(what: T) => fc.constant(what)

/** Marking is what is mostly done; the rest happens now and then. */
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: has('mark'), person, session, code }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: has('enrol'), person, date, status: fc.constantFrom('waiting', 'enrolled') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: has('change'), person, date, status: fc.constantFrom(...enrolmentStatuses) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('rest', 'complete', 'complete', 'reopen', 'undo'), session }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('clear', 'walk-in'), person, session }) },
  { weight: 1, arbitrary: fc.record({ do: has('move'), session, date }) },
  { weight: 1, arbitrary: fc.record({ do: has('cancel'), session }) },
)

/** Most groups have some people and some registers by the time that things change. */
const opening: readonly Act[] = [
  { do: 'enrol', person: 0, date: '2026-10-20', status: 'enrolled' },
  { do: 'enrol', person: 1, date: '2026-11-09', status: 'enrolled' },
  { do: 'mark', person: 0, session: 0, code: 'P' },
  { do: 'complete', session: 0 },
  { do: 'rest', session: 1 },
  { do: 'complete', session: 1 },
]

export const aHistory: fc.Arbitrary<Act[]> = fc
  .tuple(fc.constantFrom(0, opening.length, opening.length), fc.array(act, { minLength: 5, maxLength: 40 }))
  .map(([opened, acts]) => [...opening.slice(0, opened), ...acts])

interface Scene {
  readonly api: Api
  readonly group: Group
  readonly people: readonly PersonId[]
}

/** Does one thing as staff would. Answers false when the program refused it, as it may; a fault is thrown on. */
export async function carryOut(scene: Scene, what: Act): Promise<boolean> {
  try {
    await acted(scene, what)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code !== 'FAULT') return false
    throw error
  }
}

async function acted({ api, group, people }: Scene, what: Act): Promise<unknown> {
  const who = (place: number): PersonId => at(people, place % people.length)
  const which = (place: number): SessionId => at(group.sessions, place % group.sessions.length).id
  switch (what.do) {
    case 'enrol':
      return api.enrolments.enrol({ groupId: group.id, personId: who(what.person), status: what.status, onDate: what.date }) // prettier-ignore
    case 'change':
      return change(api, group, who(what.person), what)
    case 'mark':
      return api.registers.mark({ sessionId: which(what.session), personId: who(what.person), code: what.code }) // prettier-ignore
    case 'clear':
      return api.registers.clear({ sessionId: which(what.session), personId: who(what.person) })
    case 'walk-in':
      return api.registers.addWalkIn({ sessionId: which(what.session), who: { kind: 'known', personId: who(what.person) } }) // prettier-ignore
    case 'rest':
      return api.registers.markRest({ sessionId: which(what.session), code: 'N' })
    case 'complete':
    case 'reopen':
      return api.registers[what.do]({ sessionId: which(what.session) })
    case 'undo':
      return undo(api)
    case 'move':
    case 'cancel':
      return reschedule(api, group, which(what.session), what.do === 'move' ? what.date : null)
  }
}

async function undo(api: Api): Promise<void> {
  const next = (await api.audit.nextUndo({})).undo
  if (next !== null && next.label !== 'Add a person' && next.label !== 'Plan a group')
    await api.audit.undo({ id: next.id })
}

async function change(
  api: Api,
  group: Group,
  personId: PersonId,
  line: { date: string; status: EnrolmentStatus },
) {
  const row = (await api.enrolments.roster({ groupId: group.id })).find((one) => one.personId === personId)
  if (!row) return
  const { enrolmentId, version } = row
  if (line.status === 'offered')
    await api.enrolments.offer({ enrolmentId, version, onDate: line.date, expiresOn: '2026-12-31' })
  else await api.enrolments.change({ enrolmentId, version, status: line.status, onDate: line.date })
}

async function reschedule(api: Api, group: Group, id: SessionId, date: string | null): Promise<void> {
  const now = (await api.groups.get({ id: group.id })).sessions.find((one) => one.id === id)
  if (!now?.roomId) return
  const { version, roomId } = now
  if (date === null) await api.groups.cancelSession({ id, version, reason: 'Snow' })
  else await api.groups.moveSession({ id, version, date, startTime: '14:00', endTime: '15:00', roomId })
}
