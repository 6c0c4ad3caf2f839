import { enrolmentId } from '../../shared/ids.ts'
import type { EnrolmentStatus } from '../../shared/enrolments/enrolments.contract.ts'
import { isExpected, type EnrolmentEvent } from '../../shared/enrolments/roster.rules.ts'
import { addDays, ageOn, dateOf, daysBetween } from '../../shared/time/civil.ts'
import { isForAdults, type Brief } from './briefs.ts'
import type { Making, Row } from './invented.ts'
import { withdrawals } from './names.ts'
import { kindOf, referralOf } from './referrals.ts'
import { rowId } from './row-id.ts'

/** A person of a group, with their history in it. */
export interface Member {
  readonly person: Row<'person'>
  readonly history: readonly EnrolmentEvent[]
}

export interface Roster {
  readonly members: readonly Member[]
  readonly enrolments: readonly Row<'enrolment'>[]
  readonly events: readonly Row<'enrolment_event'>[]
}

/** People of the right age join; a few join late, leave early or wait for a place. */
export function enrol(
  making: Making,
  brief: Brief,
  group: Row<'programme_group'>,
  sessions: readonly Row<'session'>[],
  people: readonly Row<'person'>[],
): Roster {
  const places = group.capacity ?? 10
  const wanted = Math.max(4, places - making.random.between(0, 4))
  const waiting = brief.stage === 'finished' ? 0 : making.random.between(0, 3)
  const who = suitable(making, brief, people).slice(0, wanted + waiting)
  const dates = sessions.map((session) => dateOf(session.starts_at))
  const members = who.map((person, i) => ({
    person,
    history: history(making, brief, dates, i < wanted ? i : null),
  }))
  const enrolments = members.map(({ person, history }, at) => ({
    id: making.newId(enrolmentId),
    group_id: group.id,
    person_id: person.id,
    version: 1,
    ...referralOf(history, at),
  }))
  const events = members.flatMap(({ history }, i) => rowsOf(making, history, enrolments[i]))
  return { members, enrolments, events }
}

const rowsOf = (
  { newId }: Making,
  history: readonly EnrolmentEvent[],
  enrolment: Row<'enrolment'> | undefined,
) =>
  enrolment
    ? history.map((line) => ({
        id: newId(rowId),
        enrolment_id: enrolment.id,
        on_date: line.onDate,
        step: line.step,
        status: line.status,
        reason: line.reason,
        reason_kind: kindOf(line),
      }))
    : []

/** In a chance order, those of the age the programme is for when it starts, from the families known by then. */
function suitable(making: Making, brief: Brief, people: readonly Row<'person'>[]): Row<'person'>[] {
  const { programme, firstDate } = brief
  const adults = isForAdults(programme)
  const from = adults ? 18 : (programme.age_from ?? 5)
  const to = adults ? 120 : (programme.age_to ?? 17)
  return making.random.shuffled(nearby(making, brief, people)).filter((person) => {
    const age = ageOn(person.date_of_birth ?? null, firstDate)
    return age !== null && age >= from && age <= to
  })
}

/** People are in the order in which the service came to know them: those around this group's time, or all of a small county. */
function nearby({ sizes, today }: Making, brief: Brief, people: readonly Row<'person'>[]) {
  if (sizes.weeksBack < 100) return people
  const weeksAgo = Math.max(0, daysBetween(brief.firstDate, today) / 7 - 26)
  const centre = Math.round(people.length * (1 - weeksAgo / sizes.weeksBack))
  const start = Math.max(0, Math.min(centre - 100, people.length - 200))
  return people.slice(start, start + 200)
}

/** `place` is null for somebody who waits. */
function history(
  making: Making,
  brief: Brief,
  dates: readonly string[],
  place: number | null,
): EnrolmentEvent[] {
  const { random, today } = making
  const first = dates[0] ?? brief.firstDate
  const referred = addDays(first, -random.between(20, 60))
  const lines: [string, EnrolmentStatus, string | null][] = [
    [referred < today ? referred : today, 'referred', null],
  ]
  const add = (date: string | undefined, status: EnrolmentStatus, reason: string | null = null) =>
    date !== undefined && date <= today && lines.push([date, status, reason])
  add(addDays(referred, 3), 'waiting')
  if (place !== null) {
    if (random.chance(0.5)) add(addDays(referred, 9), 'offered')
    const joins = place % 7 === 6 ? (dates[2] ?? first) : addDays(first, -random.between(1, 10))
    add(brief.stage === 'planned' && place % 3 < 2 && joins > today ? today : joins, 'enrolled')
    leave(making, brief, dates, place, add)
  }
  return lines.map(([onDate, status, reason], step) => ({ onDate, step: step + 1, status, reason }))
}

type Add = (date: string | undefined, status: EnrolmentStatus, reason?: string | null) => void

/** The day after the last session: a line holds for the whole of its own day. */
function leave({ random }: Making, brief: Brief, dates: readonly string[], place: number, add: Add): void {
  const last = dates.at(-1)
  if (place % 5 === 4 && dates.length > 4)
    add(addDays(dates[4] ?? '', 1), 'withdrawn', random.pick(withdrawals))
  else if (brief.stage === 'finished' && last) add(addDays(last, 1), 'completed')
}

/** Who is expected at a session. */
export const expectedOn = ({ members }: Roster, date: string): Member[] =>
  members.filter(({ history }) => isExpected(history, date))
