import { AppError } from '../../shared/errors.ts'
import type { GroupId, StaffId } from '../../shared/ids.ts'
import { completerLabels, type CompletedBy } from '../../shared/outcomes/measure-details.ts'
import type { ReadingCell } from '../../shared/outcomes/readings.contract.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { explainFalls } from './falls.ts'
import * as outcomes from './outcomes.repository.ts'
import { completerProblem, differs } from './readings.service.ts'
import { readScene, type Scene } from './scene.ts'

type Place = Pick<ReadingCell, 'personId' | 'measureId' | 'timePoint' | 'round' | 'sessionId' | 'completedBy'>
interface To {
  readonly completedBy?: CompletedBy | undefined
  readonly takenOn?: string | undefined
  readonly takenBy?: StaffId | null | undefined
  readonly fallReason: string | null
}

/** Corrects the day of a whole form, who completed it and with whose help. Answers how many readings changed. */
export async function changeForm(context: CommandContext, groupId: GroupId, place: Place, to: To) {
  const scene = await readScene(context.tx, groupId, [place])
  const measures = { asOf: (edition: number) => scene.asOf(place.measureId, edition) }
  const own = formAt(scene, place)
  found(own[0], 'form')
  refuse(scene, place, to, context.today)
  const ids = new Set(own.map((one) => one.id))
  const is = scene.readings.map((one) =>
    ids.has(one.id)
      ? {
          ...one,
          completedBy: to.completedBy ?? one.completedBy,
          takenOn: to.takenOn ?? one.takenOn,
          takenBy: to.takenBy === undefined ? one.takenBy : to.takenBy,
        }
      : one,
  )
  const here = <R extends Place>(all: readonly R[]) => all.filter((one) => one.measureId === place.measureId)
  const reasons = { changed: new Set<string>(), reasonFor: () => to.fallReason, nameOf: scene.nameOf }
  const explained = explainFalls(measures, here(scene.readings), here(is), reasons)
  const before = new Map(scene.readings.map((one) => [one.id, one]))
  const changed = explained.filter((one) => differs(one, before.get(one.id) ?? one))
  for (const one of changed) await outcomes.updateReading(context.tx, one)
  return { changed: changed.length }
}

const formAt = ({ readings }: Scene, place: Place) =>
  readings.filter(
    (one) =>
      one.personId === place.personId &&
      one.measureId === place.measureId &&
      one.timePoint === place.timePoint &&
      one.round === place.round &&
      one.sessionId === place.sessionId &&
      one.completedBy === place.completedBy,
  )

function refuse(scene: Scene, place: Place, { completedBy, takenOn }: To, today: string): void {
  const invalid = (field: string, message: string) =>
    new AppError('INVALID_INPUT', message, { fields: { [field]: message } })
  if (takenOn !== undefined && takenOn > today)
    throw invalid('to.takenOn', 'The date is in the future. Enter the day it was done.')
  if (completedBy === undefined || completedBy === place.completedBy) return
  const measure = found(scene.measures.get(place.measureId), 'measure')
  const problem = completerProblem(measure, completedBy)
  if (problem !== null) throw invalid('to.completedBy', problem)
  if (formAt(scene, { ...place, completedBy }).length > 0)
    throw new AppError(
      'CONFLICT',
      `${scene.nameOf(place.personId)} has another at this time, completed by ${completerLabels[completedBy].toLowerCase()}. Nothing was changed: both are kept.`,
    )
}
