import { Temporal } from 'temporal-polyfill'
import { addMinutes, dateOf, ZONE } from '../../shared/time/civil.ts'
import type { Brief } from './briefs.ts'
import { expectedOn, type Roster } from './enrolment.ts'
import type { Folk } from './groups.ts'
import type { Making, Row } from './invented.ts'
import { rowId } from './row-id.ts'

interface Attendance {
  readonly sessions: readonly Row<'session'>[]
  readonly marks: readonly Row<'mark'>[]
}

/** The moment of a wall time, in UTC: when a mark was made. */
const instantOf = (local: string): string =>
  Temporal.PlainDateTime.from(local)
    .toZonedDateTime(ZONE)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })

/**
 * Registers of the sessions before today: complete, but for the latest of some running groups, which is owed whole
 * or half done. Today's are not begun.
 */
export function attend(
  making: Making,
  brief: Brief,
  sessions: readonly Row<'session'>[],
  roster: Roster,
  { users }: Folk,
): Attendance {
  const habits = new Map(
    roster.members.map(({ person }) => [person.id, 0.5 + making.random.fraction() * 0.5]),
  )
  const marker = users[brief.index % (users.length + 1)]?.id ?? making.actor.id
  const held = sessions.filter((one) => one.did_not_run === 0 && dateOf(one.starts_at) < making.today)
  const latest = held.at(-1)
  const marks: Row<'mark'>[] = []
  const after = sessions.map((session) => {
    if (!held.includes(session)) return session
    const state = session === latest ? latestState(brief) : 'complete'
    const expected = expectedOn(roster, dateOf(session.starts_at))
    if (state === 'owed' || expected.length === 0) return session
    const present = state === 'half' ? expected.slice(0, Math.ceil(expected.length / 2)) : expected
    const at = instantOf(addMinutes(session.starts_at, 10))
    for (const { person } of present)
      marks.push(mark(making, session, person, habits.get(person.id) ?? 0.8, at, marker))
    return state === 'half' ? session : completed(session, marker)
  })
  return { sessions: after, marks }
}

const latestState = ({ stage, index }: Brief): 'owed' | 'half' | 'complete' =>
  stage !== 'running' || index % 4 > 1 ? 'complete' : index % 4 === 0 ? 'owed' : 'half'

const completed = (session: Row<'session'>, marker: Row<'user'>['id']): Row<'session'> => ({
  ...session,
  register_completed_at: instantOf(session.ends_at),
  register_completed_by: marker,
})

function mark(
  { newId, random, reference: { marks } }: Making,
  session: Row<'session'>,
  person: Row<'person'>,
  habit: number,
  marked_at: string,
  marked_by: Row<'user'>['id'],
): Row<'mark'> {
  const came = random.chance(habit)
  const letter = came
    ? random.chance(0.08)
      ? marks.late
      : marks.present
    : random.chance(0.6)
      ? marks.apologies
      : marks.absent
  return {
    id: newId(rowId),
    session_id: session.id,
    person_id: person.id,
    code: letter,
    marked_at,
    marked_by,
    version: 1,
  }
}
