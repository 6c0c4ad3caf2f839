import { roleOn } from '../enrolments/participants.rules.ts'
import { cameOf } from '../registers/headcounts.rules.ts'
import { dateOf } from '../time/civil.ts'
import type { GroupRows } from './group-rows.ts'

export type Person = GroupRows['people'][number]
export type Session = GroupRows['sessions'][number]
export type Mark = GroupRows['marks'][number]

/** What the figures of a group are counted from, sifted once. */
export interface Facts extends GroupRows {
  readonly person: ReadonlyMap<string, Person>
  readonly session: ReadonlyMap<string, Session>
  /** Those who have been enrolled and are no volunteers. */
  readonly enrolled: readonly Person[]
  /** Sessions that ran and whose register is complete. */
  readonly delivered: readonly Session[]
  /** Marks in complete registers, but for those of volunteers: the marked rows of `expectedRows`, and contacts. */
  readonly counted: readonly Mark[]
  readonly expected: readonly Mark[]
  readonly attended: readonly Mark[]
  /** How often each person came who is no volunteer. */
  readonly times: ReadonlyMap<string, number>
  /** At each session whose heads were counted, how many had no name. */
  readonly unnamed: readonly { readonly sessionId: string; readonly people: number }[]
}

/** Sifts the rows of a group for its figures. */
export function factsOf(rows: GroupRows): Facts {
  const person = new Map(rows.people.map((one) => [one.personId, one]))
  const session = new Map(rows.sessions.map((one) => [one.id, one]))
  const isDelivered = (id: string) => isComplete(session.get(id))
  const helps = (id: string) => person.get(id)?.role === 'volunteer'
  const counted = rows.marks.filter((mark) => isDelivered(mark.sessionId) && !helps(mark.personId))
  const attended = counted.filter((mark) => mark.attended)
  const times = new Map<string, number>()
  for (const { personId } of attended) times.set(personId, (times.get(personId) ?? 0) + 1)
  return {
    ...rows,
    person,
    session,
    enrolled: rows.people.filter((one) => one.role !== 'volunteer' && hasBeen(one, 'enrolled')),
    delivered: rows.sessions.filter(isComplete),
    counted,
    expected: counted.filter((mark) => mark.expected),
    attended,
    times,
    unnamed: unnamedOf(rows, person, session, attended),
  }
}

const isComplete = (session: Session | undefined): session is Session =>
  session !== undefined && session.complete && !session.didNotRun

export const hasBeen = (person: Person, status: Person['statuses'][number]['status']): boolean =>
  person.statuses.some((line) => line.status === status)

/** Heads are all told in each role, so those without a name are what is left after the named of that role. */
function unnamedOf(
  { heads }: GroupRows,
  people: ReadonlyMap<string, Person>,
  sessions: ReadonlyMap<string, Session>,
  attended: readonly Mark[],
): Facts['unnamed'] {
  const named = (sessionId: string, role: string, day: string) =>
    attended.filter((mark) => {
      const one = people.get(mark.personId)
      return mark.sessionId === sessionId && roleOn(one?.role ?? null, one?.dateOfBirth ?? null, day) === role
    }).length
  return heads.flatMap(({ sessionId, role, people: heads }) => {
    const session = sessions.get(sessionId)
    if (!isComplete(session) || role === 'volunteer') return []
    const byName = named(sessionId, role, dateOf(session.startsAt))
    return [{ sessionId, people: cameOf({ named: byName, counted: heads }) - byName }]
  })
}
