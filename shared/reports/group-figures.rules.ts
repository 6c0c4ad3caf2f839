import type { EnrolmentStatus } from '../enrolments/enrolments.contract.ts'
import type { TimePoint } from '../outcomes/outcomes.contract.ts'
import { APOLOGIES, registerState } from '../registers/registers.rules.ts'
import type { Figure } from './reports.contract.ts'

/** Rises when a definition below changes; printed with the numbers. */
export const DEFINITIONS_VERSION = 1

/** The rows a group's figures are made of, all of one group and read at one moment. Ids are text of any kind. */
export interface GroupRows {
  /** Local date: what is still to come by it is not owed. */
  readonly today: string
  /** Each person with a history in the group, and the statuses they have had by today. */
  readonly people: readonly {
    readonly personId: string
    readonly familyId: string | null
    readonly statuses: readonly EnrolmentStatus[]
  }[]
  readonly sessions: readonly {
    readonly id: string
    readonly startsAt: string
    readonly didNotRun: boolean
    readonly complete: boolean
  }[]
  readonly marks: readonly {
    readonly sessionId: string
    readonly personId: string
    readonly code: string
    readonly attended: boolean
    readonly expected: boolean
  }[]
  readonly readings: readonly {
    readonly personId: string
    readonly measureId: string
    readonly item: number
    readonly timePoint: TimePoint
    readonly value: number | null
  }[]
}

const whole = (name: string, value: number, definition: string): Figure => ({
  name,
  value,
  unit: 'count',
  detail: null,
  definition,
})

/** To one decimal place; none of none is not 0 but unknown. */
function share(name: string, part: number, of: number, definition: string): Figure {
  const value = of === 0 ? null : Math.round((part / of) * 1000) / 10
  return { name, value, unit: 'percent', detail: of === 0 ? null : `${part} of ${of}`, definition }
}

const distinct = <T>(values: readonly T[]): number => new Set(values).size

/** Every figure of a group with its definition, in the order they are shown; those of outcomes only for some roles. */
export const groupFigures = (rows: GroupRows, { outcomes }: { outcomes: boolean }): Figure[] => [
  ...reachFigures(rows),
  ...sessionFigures(rows),
  ...attendanceFigures(rows),
  ...(outcomes ? measureFigures(rows) : []),
]

function reachFigures({ people }: GroupRows): Figure[] {
  const enrolled = people.filter((p) => p.statuses.includes('enrolled'))
  const families = enrolled.flatMap((p) => (p.familyId === null ? [] : [p.familyId]))
  return [
    whole(
      'People enrolled',
      distinct(enrolled.map((p) => p.personId)),
      'Different people enrolled in this group at any time up to today, those who left or completed included. Referred, waiting or offered is not yet enrolled.',
    ),
    whole(
      'Families',
      distinct(families),
      'Different families of the people enrolled. A person with no family recorded is not counted here.',
    ),
  ]
}

function sessionFigures({ sessions, today }: GroupRows): Figure[] {
  const ran = sessions.filter((s) => !s.didNotRun)
  const owed = ran.filter((s) => registerState({ ...s, marked: false }, today) === 'due')
  return [
    whole('Sessions planned', ran.length, 'Sessions that have run or will. A session that did not run is not counted.'),
    whole('Sessions delivered', ran.filter((s) => s.complete).length, 'Sessions whose register is complete.'),
    whole('Sessions that did not run', sessions.length - ran.length, 'Sessions recorded as not run, with a reason.'),
    whole('Registers owed', owed.length, 'Sessions of today or earlier that were not cancelled and whose register is not complete.'),
  ] // prettier-ignore
}

function attendanceFigures({ sessions, marks }: GroupRows): Figure[] {
  const complete = new Set(sessions.filter((s) => s.complete && !s.didNotRun).map((s) => s.id))
  const counted = marks.filter((m) => complete.has(m.sessionId))
  const attended = counted.filter((m) => m.attended)
  const expected = counted.filter((m) => m.expected)
  const excused = expected.filter((m) => m.attended || m.code === APOLOGIES)
  return [
    whole('Attendances', attended.length, 'Marks in complete registers that mean the person came: present, late, left early or online. One person at three sessions is three.'),
    whole('People who came', distinct(attended.map((m) => m.personId)), 'Different people with at least one attendance, walk-ins included.'),
    whole('Expected', expected.length, 'Marks in complete registers of people who were expected, walk-ins included. "Not expected", "materials or a call only" and sessions that did not run are left out.'),
    share('Attendance rate', attended.length, expected.length, 'Attendances divided by expected, over complete registers only. A blank is never counted as absent.'),
    share('Attended or sent apologies', excused.length, expected.length, 'Attendances and apologies divided by expected, over complete registers only.'),
  ] // prettier-ignore
}

function measureFigures({ readings }: GroupRows): Figure[] {
  const at = (timePoint: TimePoint) => readings.filter((r) => r.timePoint === timePoint && r.value !== null)
  const place = (r: GroupRows['readings'][number]) => `${r.personId} ${r.measureId} ${r.item}`
  const after = new Set(at('after').map(place))
  const matched = at('before').filter((r) => after.has(place(r)))
  const people = (some: GroupRows['readings']) => distinct(some.map((r) => r.personId))
  return [
    whole('People with a before measure', people(at('before')), 'Different people with at least one number at the time point before.'),
    whole('People with an after measure', people(at('after')), 'Different people with at least one number at the time point after.'),
    whole('People matched', people(matched), 'Different people with a number both before and after on the same measure and the same goal. Only they take part in change.'),
  ] // prettier-ignore
}
