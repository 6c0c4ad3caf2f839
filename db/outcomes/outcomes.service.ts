import { AppError } from '../../shared/errors.ts'
import { idOf, type GroupId } from '../../shared/ids.ts'
import { changeOf } from '../../shared/outcomes/change.rules.ts'
import type { OutcomeSheet } from '../../shared/outcomes/outcomes.contract.ts'
import { itemProblem } from '../../shared/outcomes/readings.rules.ts'
import { withTotals } from '../../shared/outcomes/total.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Db } from '../store.ts'
import { overTime } from './measure-editions.repository.ts'
import * as measures from './measures.repository.ts'
import * as outcomes from './outcomes.repository.ts'
import type { Place } from './outcomes.repository.ts'

const goalId = idOf('goal')
const invalid = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, { fields: { [field]: message } })

/** Everything recorded for a group, with the change that follows from it. */
export async function readSheet(db: Db, groupId: GroupId, today: string): Promise<OutcomeSheet> {
  found(await outcomes.findGroup(db, groupId), 'group')
  const of = (await measures.listOfGroup(db, groupId)).map(measures.toMeasure)
  const known = await overTime(db, of)
  const stored = Map.groupBy(
    (await outcomes.listReadings(db, groupId)).map(outcomes.toReading),
    (one) => one.measureId,
  )
  const readings = known.flatMap((measure) => withTotals(measure, stored.get(measure.id) ?? []))
  const people = await outcomes.listPeople(db, groupId, today)
  const goals = await outcomes.listGoals(db, groupId)
  return {
    groupId,
    measures: of,
    earlier: known.flatMap((one) => one.earlier ?? []),
    asked: await measures.listAsked(db, groupId),
    people: people.map((p) => ({
      personId: p.id,
      name: displayName({ firstName: p.first_name, lastName: p.last_name, knownAs: p.known_as }),
      enrolled: p.status === 'enrolled',
    })),
    goals: goals.map((g) => ({ personId: g.person_id, measureId: g.measure_id, item: g.item, text: g.text })),
    readings,
    change: known.map((measure) => changeOf(measure, readings)),
  }
}

/** The measure, once it is sure that this place is one where something may be recorded. */
async function checkPlace({ tx }: CommandContext, place: Place) {
  found(await outcomes.findGroup(tx, place.groupId), 'group')
  const ofGroup = (await measures.listOfGroup(tx, place.groupId)).map(measures.toMeasure)
  const measure = ofGroup.find((m) => m.id === place.measureId)
  if (measure === undefined)
    throw new AppError('CONFLICT', 'This group does not use that measure. Add it to the programme first.')
  if (!(await outcomes.wasEnrolled(tx, place.groupId, place.personId)))
    throw new AppError(
      'CONFLICT',
      'This person has never been enrolled in the group, so nothing was saved. Enrol them first.',
    )
  const problem = itemProblem(measure, place.item)
  if (problem !== null) throw invalid('item', problem)
  return measure
}

/** Writes, changes or (with null) takes away the words of one goal. */
export async function setGoal(context: CommandContext, place: Place, text: string | null): Promise<void> {
  const { tx, newId } = context
  const measure = await checkPlace(context, place)
  if (measure.kind !== 'goals') throw invalid('measureId', `${measure.name} has no goals.`)
  const before = await outcomes.findGoal(tx, place)
  if (text === null) {
    if (before === undefined) return
    if (await outcomes.hasReadings(tx, place))
      throw new AppError(
        'CONFLICT',
        'This goal has readings, so its words were kept. Clear its readings first, then take the goal away.',
      )
    return outcomes.deleteGoal(tx, before.id)
  }
  if (before !== undefined) return outcomes.updateGoal(tx, before.id, text)
  const { groupId, personId, measureId, item } = place
  await outcomes.insertGoal(tx, {
    id: newId(goalId),
    group_id: groupId,
    person_id: personId,
    measure_id: measureId,
    item,
    text,
  })
}
