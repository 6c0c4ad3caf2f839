import type { GroupId, MeasureId, PersonId } from '../../shared/ids.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import type { ReadingCell } from '../../shared/outcomes/readings.contract.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { found } from '../changed.ts'
import type { Db } from '../store.ts'
import type { Kept } from './falls.ts'
import { listEditionsOf } from './measure-editions.repository.ts'
import * as measures from './measures.repository.ts'
import * as outcomes from './outcomes.repository.ts'

type Place = Pick<ReadingCell, 'personId' | 'measureId' | 'timePoint' | 'round' | 'sessionId' | 'completedBy'>

/** What is there of the people, measures and readings that a change is about. */
export interface Scene {
  readonly groupId: GroupId
  /** Those that the group may record. */
  readonly measures: ReadonlyMap<MeasureId, Measure>
  /** Of the people asked about, those who were ever enrolled in the group. */
  readonly enrolled: ReadonlySet<PersonId>
  /** Every reading of those people in the group. */
  readonly readings: readonly Kept[]
  readonly at: (cell: Place & { item: number }) => Kept | undefined
  /** Of the form, where some of it is there already; else the measure's. */
  readonly editionOf: (place: Place) => number
  /** The measure as it was in one of its editions: an earlier number is judged by what it was taken by. */
  readonly asOf: (id: MeasureId, edition: number) => Measure | undefined
  readonly nameOf: (id: PersonId) => string
}

const formOf = (one: Place) =>
  [one.personId, one.measureId, one.timePoint, one.round, one.sessionId, one.completedBy].join(' ')

/** Reads it; NOT_FOUND where there is no such group. */
export async function readScene(db: Db, groupId: GroupId, cells: readonly Place[]): Promise<Scene> {
  found(await outcomes.findGroup(db, groupId), 'group')
  const ids = [...new Set(cells.map((cell) => cell.personId))]
  const ofGroup = (await measures.listOfGroup(db, groupId)).map(measures.toMeasure)
  const readings = (await outcomes.listReadingsOf(db, groupId, ids)).map(outcomes.toKept)
  const people = await outcomes.listEnrolled(db, groupId, ids)
  const names = new Map(people.map((one) => [one.id, displayName({ firstName: one.first_name, lastName: one.last_name, knownAs: one.known_as })])) // prettier-ignore
  const byPlace = new Map(readings.map((one) => [`${formOf(one)} ${one.item}`, one]))
  const editions = new Map(readings.map((one) => [formOf(one), one.edition]))
  const byId = new Map(ofGroup.map((one) => [one.id, one]))
  const older = readings.filter((one) => one.edition !== byId.get(one.measureId)?.edition)
  const earlier = await listEditionsOf(db, [...new Set(older.map((one) => one.measureId))])
  const asOf = (id: MeasureId, edition: number) =>
    earlier.find(({ measure, number }) => measure.id === id && number === edition)?.measure ?? byId.get(id)
  return {
    groupId,
    measures: byId,
    enrolled: new Set(names.keys()),
    readings,
    at: (cell) => byPlace.get(`${formOf(cell)} ${cell.item}`),
    editionOf: (place) => editions.get(formOf(place)) ?? byId.get(place.measureId)?.edition ?? 1,
    asOf,
    nameOf: (id) => names.get(id) ?? 'This person',
  }
}
