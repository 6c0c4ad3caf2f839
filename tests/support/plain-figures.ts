import fc from 'fast-check'
import { enrolmentStatuses } from '../../shared/enrolments/enrolments.contract.ts'
import { participantRoles } from '../../shared/enrolments/participants.rules.ts'
import { timePoints } from '../../shared/outcomes/outcomes.contract.ts'
import type { GroupRows } from '../../shared/reports/group-rows.ts'

const TODAY = '2026-11-23'
const none = { apology: false, contact: false, minutes: null } as const
/** What the letters mean when nobody has changed them. */
export const codes = {
  P: { attended: true, expected: true, ...none },
  A: { attended: false, expected: true, ...none, apology: true },
  N: { attended: false, expected: true, ...none },
  X: { attended: false, expected: false, ...none },
  M: { attended: false, expected: false, ...none, contact: true },
} as const
/** A group of which nothing is known. */
export const emptyRows: GroupRows = { today: TODAY, completeAt: null, people: [], sessions: [], marks: [], heads: [], helpers: [], readings: [] } // prettier-ignore

const ids = (prefix: string, max: number) => fc.integer({ min: 1, max }).map((n) => `${prefix}${n}`)
const days = fc.constantFrom('2026-09-01', '2026-09-15', '2026-10-01', '2026-11-02')
const people = fc.uniqueArray(
  fc.record({
    personId: ids('p', 9),
    familyId: fc.option(ids('f', 3)),
    dateOfBirth: fc.constantFrom('1990-01-01', '2018-01-01', null),
    role: fc.option(fc.constantFrom(...participantRoles)),
    referredOn: fc.option(days),
    statuses: fc
      .uniqueArray(fc.record({ status: fc.constantFrom(...enrolmentStatuses), onDate: days }), { selector: (line) => line.status })
      .map((lines) => lines.toSorted((a, b) => a.onDate.localeCompare(b.onDate))),
  }),
  { selector: (p) => p.personId },
) // prettier-ignore
const sessions = fc.uniqueArray(
  fc.record({
    id: ids('s', 6),
    startsAt: fc.constantFrom('2026-11-22T10:00', '2026-11-23T10:00', '2026-11-24T10:00'),
    didNotRun: fc.boolean(),
    complete: fc.boolean(),
  }),
  { selector: (s) => s.id },
).map((some) => some.map((one) => ({ ...one, endsAt: `${one.startsAt.slice(0, 10)}T11:30` }))) // prettier-ignore
const marks = fc.uniqueArray(
  fc
    .tuple(ids('s', 6), ids('p', 9), fc.constantFrom(...Object.values(codes)), fc.option(fc.constant(40)))
    .map(([sessionId, personId, code, minutes]) => ({ sessionId, personId, ...code, minutes })),
  { selector: (m) => `${m.sessionId} ${m.personId}` },
)
const heads = fc.uniqueArray(
  fc.record({
    sessionId: ids('s', 6),
    role: fc.constantFrom(...participantRoles),
    people: fc.integer({ min: 0, max: 9 }),
  }),
  { selector: (h) => `${h.sessionId} ${h.role}` },
)
const helpers = fc.array(
  fc.record({ sessionId: ids('s', 6), staffId: ids('v', 2), minutes: fc.option(fc.constant(60)) }),
  { maxLength: 4 },
)
const readings = fc.uniqueArray(
  fc.record({
    personId: ids('p', 9),
    measureId: ids('m', 2),
    edition: fc.constantFrom(1, 1, 2),
    item: fc.integer({ min: 1, max: 3 }),
    timePoint: fc.constantFrom(...timePoints),
    value: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  { selector: (r) => `${r.personId} ${r.measureId} ${r.edition} ${r.item} ${r.timePoint}` },
)
/** Marks are of people who are known to the group, as the file has it. */
export const anyRows: fc.Arbitrary<GroupRows> = fc
  .record({ people, sessions, marks, heads, helpers, readings, completeAt: fc.option(fc.integer({ min: 1, max: 4 })) })
  .map((rows) => ({
    ...rows,
    today: TODAY,
    people: [
      ...rows.people,
      ...[...new Set(rows.marks.map((mark) => mark.personId))]
        .filter((id) => !rows.people.some((one) => one.personId === id))
        .map((personId) => ({ personId, familyId: null, dateOfBirth: null, role: null, referredOn: null, statuses: [] })),
    ],
  })) // prettier-ignore

export const round = (n: number) => Math.round(n * 10) / 10

/** The same figures once more, by loops that anybody can follow. */
export function byLoops(rows: GroupRows): Record<string, number | null> {
  const volunteers = new Set<string>()
  const enrolled = new Set<string>()
  const completed = new Set<string>()
  const family = new Map<string, string>()
  const grown = new Map<string, string>()
  for (const p of rows.people) {
    if (p.role === 'volunteer') volunteers.add(p.personId)
    if (p.familyId !== null) family.set(p.personId, p.familyId)
    grown.set(p.personId, p.role ?? (p.dateOfBirth?.startsWith('1990') ? 'adult' : 'child'))
    for (const { status } of p.statuses) {
      if (p.role === 'volunteer') continue
      if (status === 'enrolled') enrolled.add(p.personId)
    }
    if (enrolled.has(p.personId) && p.statuses.some((line) => line.status === 'completed'))
      completed.add(p.personId)
  }
  const done = new Set<string>()
  const ran = new Set<string>()
  let [planned, delivered, notRun, owed] = [0, 0, 0, 0]
  for (const s of rows.sessions) {
    if (s.didNotRun) {
      notRun++
      continue
    }
    ran.add(s.id)
    planned++
    if (s.complete) {
      delivered++
      done.add(s.id)
    } else if (s.startsAt.slice(0, 10) <= rows.today) owed++
  }
  let [attended, expected, excused, contacts, minutes] = [0, 0, 0, 0, 0]
  const came = new Map<string, number>()
  const missed = new Set<string>()
  const named = new Map<string, number>()
  for (const m of rows.marks) {
    if (!done.has(m.sessionId)) continue
    if (volunteers.has(m.personId)) {
      if (m.attended) minutes += m.minutes ?? 90
      continue
    }
    if (m.contact) contacts++
    if (m.expected) {
      expected++
      missed.add(m.personId)
    }
    if (m.attended) {
      attended++
      came.set(m.personId, (came.get(m.personId) ?? 0) + 1)
      const place = `${m.sessionId} ${grown.get(m.personId) ?? 'child'}`
      named.set(place, (named.get(place) ?? 0) + 1)
    }
    if (m.attended || m.apology) excused++
  }
  let unnamed = 0
  for (const h of rows.heads)
    if (done.has(h.sessionId) && h.role !== 'volunteer')
      unnamed += Math.max(0, h.people - (named.get(`${h.sessionId} ${h.role}`) ?? 0))
  for (const h of rows.helpers) if (done.has(h.sessionId)) minutes += h.minutes ?? 90
  const [before, after, both] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const r of rows.readings) {
    if (r.value === null) continue
    if (r.timePoint === 'before') before.add(r.personId)
    if (r.timePoint === 'after') after.add(r.personId)
    for (const s of rows.readings)
      if (r.timePoint === 'before' && s.timePoint === 'after' && s.value !== null)
        if (
          s.personId === r.personId &&
          s.measureId === r.measureId &&
          s.edition === r.edition &&
          s.item === r.item
        )
          // prettier-ignore
          both.add(r.personId)
  }
  const often = new Map<number, number>()
  for (const times of came.values()) often.set(times, (often.get(times) ?? 0) + 1)
  const dose: Record<string, number> = {}
  for (const [times, n] of often) dose[times === 1 ? 'Came once' : `Came ${times} times`] = n
  const percent = (part: number, of: number) => (of === 0 ? null : round((part / of) * 100))
  const familiesOf = (some: Iterable<string>) => new Set([...some].flatMap((id) => family.get(id) ?? [])).size
  const enough = [...enrolled].filter((id) => (came.get(id) ?? 0) >= (rows.completeAt ?? 0)).length
  return {
    'People enrolled': enrolled.size,
    Families: familiesOf(enrolled),
    'People who came': came.size,
    'Families who came': familiesOf(came.keys()),
    'Sessions planned': planned,
    'Sessions delivered': delivered,
    'Sessions that did not run': notRun,
    'Registers owed': owed,
    Expected: expected,
    'Attendance rate': percent(attended, expected),
    'Attended or sent apologies': percent(excused, expected),
    Attendances: attended,
    'Heads without a name': unnamed,
    Footfall: attended + unnamed,
    'Materials or a call instead': contacts,
    'Enrolled and never came': [...enrolled].filter((id) => missed.has(id) && !came.has(id)).length,
    ...dose,
    'Recorded as completed': completed.size,
    'Came often enough to complete': rows.completeAt === null ? null : percent(enough, enrolled.size),
    'Hours that volunteers gave': round(minutes / 60),
    'People with a before measure': before.size,
    'People with an after measure': after.size,
    'People matched': both.size,
    'Matched rate': percent(both.size, before.size),
  }
}
