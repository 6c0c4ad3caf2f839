import type { Selectable } from 'kysely'
import type { PersonId } from '../../../shared/ids.ts'
import { completerLabels } from '../../../shared/outcomes/measure-details.ts'
import { timePointLabels } from '../../../shared/outcomes/time-points.ts'
import { fold } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import type { GoalTable, MeasureTable, ReadingTable } from '../../outcomes/outcomes.table.ts'
import type { Db } from '../../store.ts'
import { question, removeRow, setRow, unasked, type Part, type Step } from './step.ts'

/** Questions about outcomes begin so: they are for those who may see outcomes. */
export const OUTCOME = 'outcome'

interface Named {
  readonly group_name: string
  readonly measure_name: string
}
interface OfKind {
  readonly measure_kind: MeasureTable['kind']
}
type Goal = Selectable<GoalTable> & Named
type Reading = Selectable<ReadingTable> & Named & OfKind
/** What stands at one place of an outcome sheet: a goal and its readings, or the readings of a scale. */
interface Place {
  readonly goal: Goal | undefined
  readonly readings: readonly Reading[]
}

/**
 * Goals and readings. Two goals in one place are two goals, so the one that stays takes its readings with it; of one
 * goal, or on a scale, the readings are united and asked where they differ.
 */
export const outcomesPart: Part = async (db, { kept, gone }) => {
  const own = await placesOf(db, kept.id)
  return [...(await placesOf(db, gone.id))].flatMap(([key, theirs]): Step[] => {
    const mine = own.get(key)
    if (!mine) return rowsOf(theirs).map((row) => moved(row, kept.id))
    const differ = mine.goal && theirs.goal && fold(mine.goal.text) !== fold(theirs.goal.text)
    return differ
      ? [oneOfTwoGoals(key, mine, theirs, kept.id)]
      : [...goalStep(mine, theirs, kept.id), ...readingSteps(mine, theirs, kept.id)]
  })
}

async function placesOf(db: Db, id: PersonId): Promise<Map<string, Place>> {
  const goals = await db
    .selectFrom('goal')
    .innerJoin('programme_group', 'programme_group.id', 'goal.group_id')
    .innerJoin('measure', 'measure.id', 'goal.measure_id')
    .where('person_id', '=', id)
    .selectAll('goal')
    .select(['programme_group.name as group_name', 'measure.name as measure_name'])
    .orderBy('goal.id')
    .execute()
  const readings = await db
    .selectFrom('reading')
    .innerJoin('programme_group', 'programme_group.id', 'reading.group_id')
    .innerJoin('measure', 'measure.id', 'reading.measure_id')
    .where('person_id', '=', id)
    .selectAll('reading')
    .select([
      'programme_group.name as group_name',
      'measure.name as measure_name',
      'measure.kind as measure_kind',
    ])
    .orderBy('reading.id')
    .execute()
  const keyOf = (row: Goal | Reading) => `${row.group_id} ${row.measure_id} ${row.item}`
  const keys = new Set([...goals, ...readings].map(keyOf))
  const at = (key: string): Place => ({
    goal: goals.find((row) => keyOf(row) === key),
    readings: readings.filter((row) => keyOf(row) === key),
  })
  return new Map([...keys].map((key) => [key, at(key)]))
}

const isReading = (row: Goal | Reading): row is Reading => 'time_point' in row
const tableOf = (row: Goal | Reading) => (isReading(row) ? 'reading' : 'goal')
const rowsOf = ({ goal, readings }: Place) => (goal ? [goal, ...readings] : [...readings])

const moved = (row: Goal | Reading, person_id: PersonId): Step =>
  unasked(({ tx }) => setRow(tx, tableOf(row), row.id, { person_id }))
const removed = (row: Goal | Reading): Step => unasked(({ tx }) => removeRow(tx, tableOf(row), row.id))

function oneOfTwoGoals(key: string, mine: Place, theirs: Place, keptId: PersonId): Step {
  const [{ group_name = '', item = 1 } = {}] = rowsOf(mine)
  return {
    ask: question(`${OUTCOME} ${key}`, { about: `${group_name}: goal ${item}`, kept: placeWords(mine), gone: placeWords(theirs) }), // prettier-ignore
    async carryOut({ tx }, choice) {
      for (const row of rowsOf(choice === 'gone' ? mine : theirs)) await removeRow(tx, tableOf(row), row.id)
      if (choice === 'gone')
        for (const row of rowsOf(theirs)) await setRow(tx, tableOf(row), row.id, { person_id: keptId })
    },
  }
}

function goalStep(mine: Place, theirs: Place, keptId: PersonId): Step[] {
  if (!theirs.goal) return []
  return [mine.goal ? removed(theirs.goal) : moved(theirs.goal, keptId)]
}

/** Which form of several a reading is of: of a time point, a round, a session and a completer there is one of each. */
const formOf = (one: Reading) => `${one.time_point} ${one.round} ${one.session_id ?? ''} ${one.completed_by}`

const readingSteps = (mine: Place, theirs: Place, keptId: PersonId): Step[] =>
  theirs.readings.map((reading) => {
    const same = mine.readings.find((one) => formOf(one) === formOf(reading))
    if (!same) return moved(reading, keptId)
    if (readingWords(same) === readingWords(reading)) return removed(reading)
    return oneOfTwoReadings(same, reading, keptId)
  })

const oneOfTwoReadings = (kept: Reading, gone: Reading, person_id: PersonId): Step => ({
  ask: question(`${OUTCOME} ${kept.group_id} ${kept.measure_id} ${kept.item} ${formOf(kept)}`, {
    about: [`${kept.group_name}: ${kept.measure_name}`, ...itemWords(kept), whenWords(kept)].join(', '),
    kept: readingWords(kept),
    gone: readingWords(gone),
  }),
  async carryOut({ tx }, choice) {
    await removeRow(tx, 'reading', choice === 'gone' ? kept.id : gone.id)
    if (choice === 'gone') await setRow(tx, 'reading', gone.id, { person_id })
  },
})

const itemWords = ({ item, measure_kind }: Reading) =>
  item === 0 ? [] : [measure_kind === 'goals' ? `goal ${item}` : `part ${item}`]

/** `before`, `during, the second one, by the family alone` */
const whenWords = ({ time_point, round, completed_by }: Reading) =>
  [
    timePointLabels[time_point].toLowerCase(),
    ...(round > 1 ? [`number ${round}`] : []),
    ...(completed_by === 'not-said' ? [] : [`by ${completerLabels[completed_by].toLowerCase()}`]),
  ].join(', ')

/** All that is kept of it, so that two which differ in anything are asked about. */
const readingWords = ({ value, not_done_reason, taken_on, fall_reason }: Reading) => {
  const what = value === null ? `Not done: ${not_done_reason}` : `${value} on ${longDate(taken_on)}`
  return fall_reason === null ? what : `${what} (lower because: ${fall_reason})`
}

const placeWords = ({ goal, readings }: Place) =>
  [goal ? `“${goal.text}”` : null, ...readings.map((one) => `${whenWords(one)} ${readingWords(one)}`)]
    .filter((words) => words !== null)
    .join('; ')
