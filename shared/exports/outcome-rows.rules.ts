import { completerLabels, type CompletedBy } from '../outcomes/measure-details.ts'
import { itemsOf } from '../outcomes/readings.rules.ts'
import { timePointLabels, timePoints, type TimePoint } from '../outcomes/time-points.ts'
import { dateOf } from '../time/civil.ts'
import { longDate } from '../time/format.ts'
import {
  nothing,
  onColumn,
  readingRowKey,
  REASONS_COLUMN,
  type BaselineRow,
  type BaselineSheet,
  type Standing,
} from './coming-back.rules.ts'
import type { WorkbookData, WorkbookRows } from './workbook-data.ts'

type Measure = WorkbookData['outcomes']['measures'][number]
type Person = WorkbookData['people'][number]
type Reading = WorkbookData['outcomes']['readings'][number]

/** One row of readings: a scale or a goal of one person, by whom, which round, and of which session. */
export interface OutcomeRow {
  readonly key: string
  readonly person: Person
  readonly measure: Measure
  readonly item: number
  /** The name of the part; null for the total and for a goal. */
  readonly scale: string | null
  readonly goal: string | null
  readonly round: number
  readonly completedBy: CompletedBy
  readonly sessionId: string | null
  readonly readings: readonly Reading[]
}

/**
 * Every row of readings: all that is recorded, and for the scales of a measure a blank one for each person who has
 * none yet, so that a number can be typed. A goal without words has no row: its words come first, on their own sheet.
 */
export function outcomeRows(data: WorkbookRows): OutcomeRow[] {
  const readings = Map.groupBy(data.outcomes.readings, (r) => `${r.personId} ${r.measureId} ${r.item}`)
  const goals = new Map(data.outcomes.goals.map((g) => [`${g.personId} ${g.measureId} ${g.item}`, g.text]))
  return data.people.flatMap((person) =>
    data.outcomes.measures.flatMap((measure) =>
      itemsOf(measure).flatMap((item) => {
        const here = `${person.personId} ${measure.id} ${item}`
        const goal = goals.get(here) ?? null
        const recorded = readings.get(here) ?? []
        if (recorded.length === 0 && !isOpen(measure, person, item, goal)) return []
        return byPlace(measure, recorded).map((some) => rowOf(person, measure, item, goal, some))
      }),
    ),
  )
}

/** Whether a number could be typed where nothing is recorded yet. */
function isOpen(measure: Measure, person: Person, item: number, goal: string | null): boolean {
  if (person.volunteer || measure.details.use === 'feedback' || measure.retired) return false
  if (measure.kind === 'goals') return goal !== null
  return item > 0 || measure.details.total === 'typed'
}

type Place = Pick<OutcomeRow, 'round' | 'completedBy' | 'sessionId' | 'readings'>

/** What is recorded of one scale, by whom, in which round and of which session; one blank place when nothing is. */
function byPlace(measure: Measure, readings: readonly Reading[]): Place[] {
  const usual = measure.details.completedBy[0] ?? 'not-said'
  if (readings.length === 0) return [{ round: 1, completedBy: usual, sessionId: null, readings }]
  const groups = Map.groupBy(readings, (r) => `${String(r.round).padStart(2, '0')} ${r.completedBy} ${r.sessionId}`) // prettier-ignore
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, some]) => {
      const [first] = some
      if (first === undefined) return []
      const { round, completedBy, sessionId } = first
      return [{ round, completedBy, sessionId, readings: some }]
    })
}

function rowOf(
  person: Person,
  measure: Measure,
  item: number,
  goal: string | null,
  place: Place,
): OutcomeRow {
  const key = readingRowKey({ personId: person.personId, measureId: measure.id, item, ...place })
  const scale = measure.details.parts.find((part) => part.item === item)?.name ?? null
  return { key, person, measure, item, scale, goal, ...place }
}

/** What a row says of itself in the file, by the key of its column. */
export function outcomeSays(row: OutcomeRow, sessions: WorkbookData['sessions']): Record<string, string> {
  const session = sessions.find((one) => one.id === row.sessionId)
  return {
    name: row.person.name,
    measure: row.measure.name,
    scale: row.scale ?? '',
    goal: row.measure.kind === 'goals' ? String(row.item) : '',
    round: row.round === 1 ? '' : String(row.round),
    'completed by': row.completedBy === 'not-said' ? '' : completerLabels[row.completedBy],
    session: session === undefined ? '' : longDate(dateOf(session.startsAt)),
  }
}

const standingAt = (row: OutcomeRow, point: TimePoint): Standing => {
  const reading = row.readings.find((r) => r.timePoint === point)
  if (reading === undefined) return nothing
  return { value: reading.value, reason: reading.notDoneReason, on: reading.takenOn }
}

/** The readings at every time point of a row. */
export const outcomePlaces = (row: OutcomeRow): Record<string, Standing> =>
  Object.fromEntries(timePoints.map((point) => [point, standingAt(row, point)]))

/** The readings as they leave: one place for each time point of each row. */
export const outcomesBaseline = (data: WorkbookRows): BaselineSheet => ({
  sheet: 'outcomes',
  columns: Object.fromEntries([
    ...timePoints.flatMap((point) => [
      [point, timePointLabels[point]],
      [onColumn(point), `${timePointLabels[point]} on`],
    ]),
    [REASONS_COLUMN, 'Not done'],
  ]),
  rows: outcomeRows(data).map((row): BaselineRow => ({
    key: row.key,
    says: outcomeSays(row, data.sessions),
    places: outcomePlaces(row),
  })),
})
