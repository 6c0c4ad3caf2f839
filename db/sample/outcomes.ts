import { dateOf } from '../../shared/time/civil.ts'
import type { Brief } from './briefs.ts'
import type { Member, Roster } from './enrolment.ts'
import type { Making, Row } from './invented.ts'
import { goals as goalTexts, notDone } from './names.ts'
import { rowId } from './row-id.ts'
import type { Reference } from './reference.ts'

interface Outcomes {
  readonly goals: readonly Row<'goal'>[]
  readonly readings: readonly Row<'reading'>[]
}

/** What is measured of whom, on what. */
interface Measuring {
  readonly making: Making
  readonly group: Row<'programme_group'>
  readonly measure: Reference['measures'][number]
  readonly person: Row<'person'>
  /** First and last session so far; `last` is null until the group is over. */
  readonly first: string
  readonly last: string | null
}

/** Before and after, for those who stayed: mostly better, some the same, a few worse, and some never asked. */
export function measureOutcomes(
  making: Making,
  brief: Brief,
  group: Row<'programme_group'>,
  sessions: readonly Row<'session'>[],
  { members }: Roster,
): Outcomes {
  const first = dateOf(sessions[0]?.starts_at ?? brief.firstDate)
  if (first >= making.today) return { goals: [], readings: [] }
  const last = brief.stage === 'finished' ? dateOf(sessions.at(-1)?.starts_at ?? first) : null
  const measures = making.reference.measures.filter((one) => brief.programme.measureIds.includes(one.id))
  const all = members
    .filter(joined)
    .flatMap(({ person }) =>
      measures
        .filter(() => making.random.chance(0.88))
        .map((measure) => measurePerson({ making, group, measure, person, first, last })),
    )
  return { goals: all.flatMap((one) => one.goals), readings: all.flatMap((one) => one.readings) }
}

const joined = ({ history }: Member) => history.some(({ status }) => status === 'enrolled')

function measurePerson(measuring: Measuring): Outcomes {
  const { making, group, measure, person } = measuring
  const { random, newId } = making
  const items =
    measure.kind === 'goals'
      ? Array.from({ length: random.between(1, Math.max(1, measure.goal_limit)) }, (_, i) => i + 1)
      : [0]
  const texts = random.shuffled(goalTexts)
  const goals = items
    .filter((item) => item > 0)
    .map((item) => ({
      id: newId(rowId),
      group_id: group.id,
      person_id: person.id,
      measure_id: measure.id,
      item,
      text: texts[item] ?? random.pick(goalTexts),
    }))
  return { goals, readings: items.flatMap((item) => readingsOf(measuring, item)) }
}

function readingsOf(measuring: Measuring, item: number): Row<'reading'>[] {
  const { making, measure, first, last } = measuring
  const { random } = making
  const span = measure.maximum - measure.minimum
  const better = measure.direction === 'higher-is-better' ? 1 : -1
  const start =
    measure.minimum + span * (better === 1 ? 0.2 + random.fraction() * 0.35 : 0.45 + random.fraction() * 0.35)
  const end = start + better * span * (random.fraction() * 0.5 - 0.1)
  const before = reading(measuring, item, 'before', first, start)
  if (last === null || random.chance(0.15)) return [before]
  const refused = random.chance(0.1)
  return [before, reading(measuring, item, 'after', last, refused ? null : end)]
}

function reading(
  { making, group, measure, person }: Measuring,
  item: number,
  time_point: 'before' | 'after',
  taken_on: string,
  value: number | null,
): Row<'reading'> {
  const within = value === null ? null : Math.min(measure.maximum, Math.max(measure.minimum, value))
  return {
    id: making.newId(rowId),
    group_id: group.id,
    person_id: person.id,
    measure_id: measure.id,
    time_point,
    item,
    value:
      within === null
        ? null
        : measure.whole_numbers === 1
          ? Math.round(within)
          : Math.round(within * 10) / 10,
    not_done_reason: within === null ? making.random.pick(notDone) : null,
    taken_on,
    version: 1,
  }
}
