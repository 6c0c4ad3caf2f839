import { contactId, sessionId, type PersonId } from '../../shared/ids.ts'
import { isExpected } from '../../shared/enrolments/roster.rules.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import type { InventedGroup, InventedPeople, Making, Row } from './invented.ts'
import { rowId } from './row-id.ts'

type Person = Row<'person'>
interface WithCalls {
  readonly groups: readonly InventedGroup[]
  /** Tries to reach those who stopped coming. */
  readonly contacts: readonly Row<'contact'>[]
}

/** How many sessions a group that has run for a while has held before those of its plan. */
const EARLIER = 8

/**
 * Some of each who need a call, by plain choice and not by chance, so that nothing else in the county changes: children
 * who stopped coming, one who comes less, offers about to lapse, and a group that has lost most of its people.
 */
export function inventCalls(
  making: Making,
  groups: readonly InventedGroup[],
  people: InventedPeople['people'],
): WithCalls {
  const known = new Map(people.map((person) => [person.id, person]))
  const meeting = groups.filter((group) => begun(making, group) && toCome(making, group))
  const coming = groups.filter((group) => !begun(making, group))
  const missing: Person[] = []
  const place = (group: InventedGroup) => meeting.indexOf(group)
  const changed = groups.map((group) => {
    const at = place(group)
    if (at === -1) return coming.indexOf(group) < 2 ? offer(making, group) : group
    if (at % 8 === 5) return lose(making, group)
    if (at % 8 === 6) return fallOff(making, group)
    const who = regulars(group).slice(0, at % 8 === 2 ? 3 : 1)
    missing.push(...who.flatMap((id) => known.get(id) ?? []))
    return who.reduce((changing, id) => stayAway(making, changing, id), group)
  })
  return {
    groups: changed,
    contacts: tries(making, missing),
  }
}

const held = ({ today }: Making, { sessions }: InventedGroup) =>
  sessions.filter((one) => one.did_not_run === 0 && dateOf(one.starts_at) < today)
const begun = (making: Making, group: InventedGroup) => held(making, group).length > 2
const toCome = ({ today }: Making, { sessions }: InventedGroup) =>
  sessions.some((one) => dateOf(one.starts_at) > today)

/** Whoever has a mark in the last register that was taken. */
function regulars({ marks }: InventedGroup): PersonId[] {
  const last = marks.at(-1)?.session_id
  return marks.filter((mark) => mark.session_id === last).map((mark) => mark.person_id)
}

/** Did not come to the last two sessions that are recorded, and nobody told us. */
function stayAway({ reference }: Making, group: InventedGroup, personId: string): InventedGroup {
  const own = group.marks.filter((mark) => mark.person_id === personId).slice(-2)
  return {
    ...group,
    marks: group.marks.map((mark) => (own.includes(mark) ? { ...mark, code: reference.marks.absent } : mark)),
  }
}

/** Has met for longer than its plan says, in rooms of before; two came to all of that and lately to little. */
function fallOff(making: Making, group: InventedGroup): InventedGroup {
  const earlier = sessionsBefore(making, group)
  const [sample] = group.marks
  const joins = dateOf(earlier[0]?.starts_at ?? '')
  if (sample === undefined || joins === '') return group
  const steady = alwaysThere(making, group)
  const events = group.events.filter((line) => !steady.some((one) => one.id === line.enrolment_id))
  const longer = steady.map(({ id }) => ({ id: making.newId(rowId), enrolment_id: id, on_date: joins, step: 1, status: 'enrolled' as const, reason: null })) // prettier-ignore
  const all = [...events, ...longer]
  const { present, apologies } = making.reference.marks
  const marks = earlier.flatMap(({ id, starts_at, register_completed_at }) =>
    enrolledOn(group, all, dateOf(starts_at)).map((person_id): Row<'mark'> => ({ ...sample, id: making.newId(rowId), session_id: id, person_id, code: present, marked_at: register_completed_at ?? sample.marked_at })),
  ) // prettier-ignore
  const falling = steady.slice(0, 2).map((one) => one.person_id)
  const first = sample.session_id
  const lately = group.marks.map((mark) =>
    falling.includes(mark.person_id)
      ? { ...mark, code: mark.session_id === first ? present : apologies }
      : mark,
  )
  return { ...group, sessions: [...earlier, ...group.sessions], marks: [...marks, ...lately], events: all }
}

/** Sessions of the weeks before a group's first, each with its register complete. */
function sessionsBefore({ newId }: Making, { sessions, marks }: InventedGroup): Row<'session'>[] {
  const [first] = sessions
  const [sample] = marks
  if (first === undefined || sample === undefined) return []
  return Array.from({ length: EARLIER }, (_, n): Row<'session'> => {
    const date = addDays(dateOf(first.starts_at), 7 * (n - EARLIER))
    const times = {
      starts_at: `${date}${first.starts_at.slice(10)}`,
      ends_at: `${date}${first.ends_at.slice(10)}`,
    }
    const completed = {
      register_completed_at: `${date}T20:00:00.000Z`,
      register_completed_by: sample.marked_by,
    }
    return { ...first, ...times, ...completed, id: newId(sessionId), series_id: null, series_date: null }
  })
}

/** Enrolments of those who are in every register of the group that was taken, and have not left. */
function alwaysThere(making: Making, group: InventedGroup) {
  const taken = held(making, group).filter((one) => one.register_completed_at !== null).length
  return group.enrolments.filter(
    ({ id, person_id }) =>
      lastLine(group, id)?.status === 'enrolled' &&
      group.marks.filter((mark) => mark.person_id === person_id).length >= taken,
  )
}

const enrolledOn = (
  { enrolments }: InventedGroup,
  events: InventedGroup['events'],
  date: string,
): PersonId[] =>
  enrolments
    .filter(({ id }) =>
      isExpected(
        events
          .filter((line) => line.enrolment_id === id)
          .map((line) => ({ ...line, onDate: line.on_date, reason: null })),
        date,
      ),
    ) // prettier-ignore
    .map((one) => one.person_id)

/** All but four of those who have a place left yesterday. */
function lose({ today, newId }: Making, group: InventedGroup): InventedGroup {
  const on_date = addDays(today, -1)
  const enrolled = group.enrolments.filter((one) => lastLine(group, one.id)?.status === 'enrolled')
  const left = enrolled.slice(4).map(({ id }) => ({ id: newId(rowId), enrolment_id: id, on_date, step: 9, status: 'withdrawn' as const, reason: 'Moved away' })) // prettier-ignore
  return { ...group, events: [...group.events, ...left] }
}

/** Two of those who wait are offered a place: one offer lapses the day after tomorrow, one has lapsed. */
function offer({ today, newId }: Making, group: InventedGroup): InventedGroup {
  const waiting = group.enrolments.filter((one) => lastLine(group, one.id)?.status === 'waiting').slice(0, 2)
  const offers = waiting.map(({ id }, at) => ({ id: newId(rowId), enrolment_id: id, on_date: addDays(today, -5), step: 9, status: 'offered' as const, reason: null, expires_on: addDays(today, at === 0 ? 2 : -1) })) // prettier-ignore
  const answered = group.events.filter((line) => line.on_date <= addDays(today, -5) || !waiting.some((one) => one.id === line.enrolment_id)) // prettier-ignore
  return { ...group, events: [...answered, ...offers] }
}

const lastLine = ({ events }: InventedGroup, enrolmentId: string) =>
  events.filter((line) => line.enrolment_id === enrolmentId).at(-1)

/** The first of them was rung yesterday, and nobody answered. */
const tries = ({ newId, today, actor }: Making, missing: readonly Person[]): Row<'contact'>[] =>
  missing.slice(0, 1).map((person) => ({
    id: newId(contactId),
    person_id: person.id,
    group_id: null,
    at: `${addDays(today, -1)}T09:20`,
    way: 'phone',
    about: 'absence',
    outcome: 'no-answer',
    note: null,
    by_user: actor.id,
    version: 1,
  }))
