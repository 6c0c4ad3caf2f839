import { roleOn } from '../../shared/enrolments/participants.rules.ts'
import { headcountId, sessionStaffId } from '../../shared/ids.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { correctSome } from './corrections.ts'
import type { InventedGroup, InventedRecord, Making, Row } from './invented.ts'
import { turn } from './random.ts'

const MINUTES = [5, 10, 15, 20]
const NOTES = [
  'Calm and talkative. Ran five minutes over.',
  'Question box: how long does it take until it feels better?',
  'Two new faces, made welcome by the others.',
]

/**
 * What stands with sessions that were held beside their marks: a note, minutes late, who led, who helped as a volunteer,
 * and heads in open groups.
 * By plain choice and not by chance, so that nothing else in the county changes.
 */
export function recordSessions(
  making: Making,
  groups: readonly InventedGroup[],
  people: readonly Row<'person'>[],
  staff: readonly Row<'staff'>[],
): { readonly groups: InventedGroup[]; readonly record: InventedRecord } {
  const births = new Map(people.map((person) => [person.id, person.date_of_birth ?? null]))
  const open = new Set(making.reference.programmes.filter((p) => p.delivery === 'open').map((p) => p.id))
  return {
    groups: groups.map((one, at) => ({
      ...one,
      sessions: withNotes(one, at),
      marks: withMinutes(making, one),
    })),
    record: {
      delivered: groups.flatMap((group, at) => [...led(making, group), ...helped(making, group, staff, at)]),
      headcounts: groups
        .filter(({ group }) => open.has(group.programme_id))
        .flatMap((group) => heads(making, group, births)),
      corrections: correctSome(making, groups),
    },
  }
}

const held = ({ sessions }: InventedGroup) =>
  sessions.filter((one) => typeof one.register_completed_at === 'string')

function withNotes(group: InventedGroup, at: number) {
  const complete = held(group)
  return group.sessions.map((session) => {
    const place = complete.indexOf(session)
    return { ...session, note: place !== -1 && (place + at) % 4 === 0 ? turn(NOTES, place + at) : null }
  })
}

function withMinutes({ reference }: Making, { marks }: InventedGroup): Row<'mark'>[] {
  const { late, present } = reference.marks
  return marks.map((mark, at) => ({
    ...mark,
    minutes: mark.code === late && late !== present ? turn(MINUTES, at) : null,
  }))
}

const led = ({ newId }: Making, group: InventedGroup) =>
  held(group).flatMap((session) =>
    group.facilitators.map(({ staff_id }): Row<'session_staff'> => ({
      id: newId(sessionStaffId),
      session_id: session.id,
      staff_id,
      part: 'lead',
      minutes: null,
    })),
  )

/** A volunteer at every third group, now and then for an hour and else for all of a session. */
function helped(
  { newId }: Making,
  group: InventedGroup,
  staff: readonly Row<'staff'>[],
  at: number,
): Row<'session_staff'>[] {
  const volunteers = staff.filter((one) => one.stream === 'volunteer')
  if (volunteers.length === 0 || at % 3 !== 0) return []
  return held(group).map((session, place) => ({
    id: newId(sessionStaffId),
    session_id: session.id,
    staff_id: turn(volunteers, at / 3).id,
    part: 'volunteer',
    minutes: place % 4 === 3 ? 60 : null,
  }))
}

/** Heads all told: never fewer than came by name, now and then a few more. */
function heads(
  { newId, reference }: Making,
  group: InventedGroup,
  births: ReadonlyMap<string, string | null>,
): Row<'session_headcount'>[] {
  const { present, late } = reference.marks
  return held(group).flatMap((session, at) => {
    const came = group.marks
      .filter((mark) => mark.session_id === session.id && [present, late].includes(mark.code))
      .map((mark) => roleOn(null, births.get(mark.person_id) ?? null, dateOf(session.starts_at)))
    return (['child', 'adult'] as const).map((role) => ({
      id: newId(headcountId),
      session_id: session.id,
      role,
      people: came.filter((one) => one === role).length + (role === 'child' ? (at % 3) * 2 : 0),
    }))
  })
}
