import { AppError } from '../../shared/errors.ts'
import { measureEditionId, measureId, type MeasureId } from '../../shared/ids.ts'
import { isNewEdition, measureProblem, type MeasureFields } from '../../shared/outcomes/measures.rules.ts'
import type { MeasureEdition } from '../../shared/outcomes/measures.contract.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import { count } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import * as editions from './measure-editions.repository.ts'
import * as measures from './measures.repository.ts'

function check(fields: MeasureFields): void {
  const problem = measureProblem(fields)
  if (problem === null) return
  const { field, message } = problem
  throw new AppError('INVALID_INPUT', message, { fields: { [field]: message } })
}

/** Adds a measure as a form or the library has it; refuses one that could not be counted with. */
export async function createMeasure({ tx, newId }: CommandContext, input: MeasureFields): Promise<Measure> {
  check(input)
  const id = newId(measureId)
  await measures.insertMeasure(tx, { ...measures.measureColumns(input), id, retired: 0, version: 1 })
  return measures.toMeasure(found(await measures.findById(tx, id), 'measure'))
}

/**
 * Changes a measure. Once numbers were taken by it, a change of what they mean begins a new edition and keeps the one
 * before: each number stays what it was, and none is compared with a number of another edition.
 */
export async function updateMeasure(
  context: CommandContext,
  input: MeasureFields & { id: MeasureId; version: number; retired: boolean },
): Promise<Measure> {
  const { tx } = context
  check(input)
  const now = measures.toMeasure(found(await measures.findById(tx, input.id), 'measure'))
  const problem = goalProblem(now, input, await measures.readGoals(tx, input.id))
  if (problem !== null) throw new AppError('CONFLICT', problem)
  const change = { ...measures.measureColumns(input), retired: toFlag(input.retired), edition: now.edition }
  if (isNewEdition(now, input) && (await isUsed(tx, now))) {
    await keepEdition(context, now)
    change.edition += 1
  }
  if (!(await measures.updateMeasure(tx, input.id, input.version, change))) throw changedSince('measure')
  return measures.toMeasure(found(await measures.findById(tx, input.id), 'measure'))
}

const isUsed = async (db: Db, { id, edition }: Measure) =>
  ((await editions.countByEdition(db, id)).get(edition) ?? 0) > 0

function keepEdition({ tx, newId, today }: CommandContext, measure: Measure): Promise<void> {
  const { id, edition: number } = measure
  const kept = { measure_id: id, number, until_date: today, content: JSON.stringify(measure) }
  return editions.insertEdition(tx, { id: newId(measureEditionId), ...kept })
}

/** Goals in words are of no edition: they stay goals, and their numbers stay within the limit. */
function goalProblem(
  now: Measure,
  next: MeasureFields,
  use: Awaited<ReturnType<typeof measures.readGoals>>,
): string | null {
  const instead = 'Nothing was changed. Retire this measure and add a new one instead.'
  if (use.goals > 0 && next.kind !== now.kind)
    return `${count(use.goals, 'goal is', 'goals are')} kept with ${now.name}, so its kind cannot change. ${instead}`
  if (next.kind === 'goals' && (use.highest ?? 0) > next.goalLimit)
    return `Goal ${use.highest} is in use, so there cannot be fewer goals than that. ${instead}`
  return null
}

/** Every edition of a measure, the one in use first, with how many numbers each was used for. */
export async function listEditions(db: Db, id: MeasureId): Promise<MeasureEdition[]> {
  const measure = measures.toMeasure(found(await measures.findById(db, id), 'measure'))
  const numbers = await editions.countByEdition(db, id)
  const all = [{ number: measure.edition, until: null, measure }, ...(await editions.listEditions(db, id))]
  return all.map((edition) => ({ ...edition, readings: numbers.get(edition.number) ?? 0 }))
}
