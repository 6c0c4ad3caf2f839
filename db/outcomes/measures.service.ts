import { AppError } from '../../shared/errors.ts'
import { measureId, type MeasureId } from '../../shared/ids.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import { rangeInWords } from '../../shared/outcomes/readings.rules.ts'
import { count } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import * as measures from './measures.repository.ts'

type Fields = Omit<Measure, 'id' | 'retired' | 'edition' | 'version'>
type Use = Awaited<ReturnType<typeof measures.readUse>>

const columns = (m: Fields) => ({
  name: m.name,
  kind: m.kind,
  minimum: m.minimum,
  maximum: m.maximum,
  whole_numbers: toFlag(m.wholeNumbers),
  direction: m.direction,
  // A scale is one number: whatever the form still held about goals means nothing.
  goal_limit: m.kind === 'scale' ? 0 : m.goalLimit,
  source: m.source,
  details: JSON.stringify(m.details),
})

function checkGoals(m: Fields): void {
  const message = 'Say how many goals there may be: 1, 2 or 3.'
  if (m.kind === 'goals' && m.goalLimit < 1)
    throw new AppError('INVALID_INPUT', message, { fields: { goalLimit: message } })
}

export async function createMeasure({ tx, newId }: CommandContext, input: Fields): Promise<Measure> {
  checkGoals(input)
  const id = newId(measureId)
  await measures.insertMeasure(tx, { ...columns(input), id, retired: 0, version: 1 })
  return measures.toMeasure(found(await measures.findById(tx, id), 'measure'))
}

/** What has been recorded keeps its meaning: a change that would make a stored number wrong is refused. */
export async function updateMeasure(
  { tx }: CommandContext,
  input: Fields & { id: MeasureId; version: number; retired: boolean },
): Promise<Measure> {
  checkGoals(input)
  const now = found(await measures.findById(tx, input.id), 'measure')
  const problem = changeProblem(measures.toMeasure(now), input, await measures.readUse(tx, input.id))
  if (problem !== null) throw new AppError('CONFLICT', problem)
  const change = { ...columns(input), retired: toFlag(input.retired) }
  if (!(await measures.updateMeasure(tx, input.id, input.version, change))) throw changedSince('measure')
  return measures.toMeasure(found(await measures.findById(tx, input.id), 'measure'))
}

function changeProblem(now: Measure, next: Fields, use: Use): string | null {
  const kept = `${count(use.numbers, 'reading')} of ${now.name} ${use.numbers === 1 ? 'is' : 'are'} kept`
  const instead = 'Nothing was changed. Retire this measure and add a new one instead.'
  if (
    use.lowest !== null &&
    use.highest !== null &&
    (use.lowest < next.minimum || use.highest > next.maximum)
  )
    return `${kept}, from ${rangeInWords({ minimum: use.lowest, maximum: use.highest })}, so the range cannot become ${rangeInWords(next)}. ${instead}`
  if (next.wholeNumbers && use.fractions > 0)
    return `${kept}, some with a decimal point, so it cannot become whole numbers only. ${instead}`
  if (use.numbers > 0 && next.direction !== now.direction)
    return `${kept}. Turning the direction round would turn their findings round. ${instead}`
  if ((use.largest_item ?? 0) > (next.kind === 'scale' ? 0 : next.goalLimit))
    return `Goal ${use.largest_item} is in use, so there cannot be fewer goals than that. ${instead}`
  if (use.numbers > 0 && next.kind !== now.kind) return `${kept}, so its kind cannot change. ${instead}`
  return null
}
