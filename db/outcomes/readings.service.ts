import { AppError } from '../../shared/errors.ts'
import { idOf, type GroupId, type MeasureId, type PersonId } from '../../shared/ids.ts'
import { completerLabels } from '../../shared/outcomes/measure-details.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import type { ReadingCell } from '../../shared/outcomes/readings.contract.ts'
import { itemProblem, itemShape, valueProblem } from '../../shared/outcomes/readings.rules.ts'
import { formKey, totalProblem } from '../../shared/outcomes/total.rules.ts'
import { changedSince } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { explainFalls, type AsOf, type Kept } from './falls.ts'
import * as outcomes from './outcomes.repository.ts'
import { readScene, type Scene } from './scene.ts'

const readingId = idOf('reading')

/** A cell that cannot be saved as asked; `at` is its place in the list. */
export interface Refused {
  readonly at: number
  readonly code: 'INVALID_INPUT' | 'CONFLICT'
  readonly field: string
  readonly message: string
}

/** Saves one number, or why there is none; both null goes back to nothing recorded. Missing is never 0. */
export async function setReading(
  context: CommandContext,
  groupId: GroupId,
  cell: ReadingCell,
): Promise<void> {
  await save(context, groupId, [cell], ([first]) => {
    if (first === undefined) throw new Error('Nothing was refused.')
    const details = first.code === 'INVALID_INPUT' ? { fields: { [first.field]: first.message } } : {}
    return new AppError(first.code, first.message, details)
  })
}

/** Saves many at once, all or none. Answers how many were not as asked before. */
export const setReadings = (context: CommandContext, groupId: GroupId, cells: readonly ReadingCell[]) =>
  save(context, groupId, cells, (refused, scene) => {
    const named = refused.map((one) => ({ ...one, words: `${whose(scene, cells[one.at])}: ${one.message}` }))
    const [first] = named
    const more = named.length === 1 ? '' : ` So were ${named.length - 1} more.`
    const message = `This reading was refused. ${first?.words}${more} Nothing was saved.`
    return new AppError('CONFLICT', message, { cells: named.map(({ at, words }) => ({ at, words })) })
  })

function whose({ measures, nameOf }: Scene, cell: ReadingCell | undefined): string {
  const measure = cell && measures.get(cell.measureId)
  if (cell === undefined || measure === undefined) return ''
  return `${nameOf(cell.personId)}, ${itemShape(measure, cell.item).name}`
}

type Refusal = (refused: readonly Refused[], scene: Scene) => AppError

async function save(
  context: CommandContext,
  groupId: GroupId,
  cells: readonly ReadingCell[],
  refusal: Refusal,
) {
  const scene = await readScene(context.tx, groupId, cells)
  const refused = cells.flatMap((cell, at) => problemOf(scene, cell, at, context.today))
  if (refused.length > 0) throw refusal(refused, scene)
  const changes = cells.map((cell) => changeOf(scene, cell, context)).filter((one) => one !== null)
  const changing = Map.groupBy(changes, (one) => one.cell.measureId)
  for (const [measureId, some] of changing) await apply(context, scene, measureId, some)
  return { changed: changes.length }
}

/** Why a cell cannot be recorded so, if it cannot. */
function problemOf(scene: Scene, cell: ReadingCell, at: number, today: string): Refused[] {
  const refuse = (code: Refused['code'], field: string, message: string | null): Refused[] =>
    message === null ? [] : [{ at, code, field, message }]
  const measure = scene.asOf(cell.measureId, scene.editionOf(cell))
  if (measure === undefined)
    return refuse('CONFLICT', 'measureId', 'This group does not use that measure. Add it to the programme first.') // prettier-ignore
  if (!scene.enrolled.has(cell.personId))
    return refuse('CONFLICT', 'personId', 'This person has never been enrolled in the group, so nothing was saved. Enrol them first.') // prettier-ignore
  const noItem = itemProblem(measure, cell.item)
  if (noItem !== null) return refuse('INVALID_INPUT', 'item', noItem)
  const { value } = cell
  return [
    ...refuse('INVALID_INPUT', 'value', value === null ? null : valueProblem(itemShape(measure, cell.item), value)),
    ...refuse('INVALID_INPUT', 'takenOn', cell.takenOn > today ? 'The date is in the future. Enter the day it was done.' : null),
    ...refuse('INVALID_INPUT', 'completedBy', completerProblem(measure, cell.completedBy)),
  ] // prettier-ignore
}

/** Why a measure is not completed by these, in words; null when it is. Older files do not say, and may go on so. */
export function completerProblem({ name, details }: Measure, by: ReadingCell['completedBy']): string | null {
  if (by === 'not-said' || details.completedBy.length === 0 || details.completedBy.includes(by)) return null
  const may = details.completedBy.map((one) => completerLabels[one].toLowerCase()).join(', or ')
  return `${name} is completed by ${may}.`
}

interface Change {
  readonly cell: ReadingCell
  readonly before: Kept | null
  /** As it is to be; null for nothing recorded. */
  readonly after: Kept | null
}

/** What a cell changes; null where it is already so. CHANGED when another window has written there since. */
function changeOf(scene: Scene, cell: ReadingCell, { newId }: CommandContext): Change | null {
  const before = scene.at(cell) ?? null
  const { value, notDoneReason, takenOn } = cell
  const nothing = value === null && notDoneReason === null
  const takenBy = cell.takenBy ?? before?.takenBy ?? null
  const same = before !== null && before.value === value && before.notDoneReason === notDoneReason
  if (nothing && before === null) return null
  if (same && before.takenOn === takenOn && before.takenBy === takenBy && cell.fallReason === null) return null // prettier-ignore
  if (cell.seen !== undefined && cell.seen !== (before?.version ?? null)) throw changedSince('reading')
  if (nothing) return { cell, before, after: null }
  const fallReason = cell.fallReason ?? before?.fallReason ?? null
  const asked = { value, notDoneReason, takenOn, takenBy, fallReason }
  if (before !== null) return { cell, before, after: { ...before, ...asked } }
  const { personId, measureId, timePoint, round, sessionId, completedBy, item } = cell
  const place = { personId, measureId, timePoint, round, sessionId, completedBy, item }
  return { cell, before, after: { id: newId(readingId), ...place, edition: scene.editionOf(cell), ...asked, version: 1 } } // prettier-ignore
}

async function apply(
  context: CommandContext,
  scene: Scene,
  measureId: MeasureId,
  changes: readonly Change[],
) {
  const measures = { asOf: (edition: number) => scene.asOf(measureId, edition) }
  const was = scene.readings.filter((one) => one.measureId === measureId)
  const ids = new Set(changes.flatMap(({ before, after }) => [before?.id ?? '', after?.id ?? '']))
  const left = was.filter((one) => !ids.has(one.id))
  const is = [...left, ...changes.flatMap(({ after }) => after ?? [])]
  refuseTotals(scene, measures, is, changes)
  const reasons = new Map(changes.map(({ cell }) => [chain(cell), cell.fallReason]))
  const reasonFor = (reading: Kept) => reasons.get(chain(reading)) ?? null
  const explained = explainFalls(measures, was, is, { changed: ids, reasonFor, nameOf: scene.nameOf })
  await write(context, scene, { was, is: explained, changes })
}

const chain = ({ personId, item }: { personId: PersonId; item: number }) => `${personId} ${item}`

/** A total that was typed must be one that its parts can make. */
function refuseTotals({ nameOf }: Scene, { asOf }: AsOf, is: readonly Kept[], changes: readonly Change[]) {
  const changed = new Set(changes.flatMap(({ after }) => (after === null ? [] : formKey(after))))
  for (const [key, form] of Map.groupBy(is, formKey)) {
    if (!changed.has(key)) continue
    const numbers = new Map(form.flatMap((one) => (one.value === null ? [] : [[one.item, one.value] as const]))) // prettier-ignore
    const [{ personId, edition } = { personId: undefined, edition: 0 }] = form
    const measure = asOf(edition)
    const problem = measure ? totalProblem(measure, numbers) : null
    if (problem === null || personId === undefined) continue
    const message = `${nameOf(personId)}: ${problem} Nothing was saved.`
    throw new AppError('INVALID_INPUT', message, { fields: { value: message } })
  }
}

interface Written {
  readonly was: readonly Kept[]
  readonly is: readonly Kept[]
  readonly changes: readonly Change[]
}

async function write({ tx }: CommandContext, { groupId }: Scene, { was, is, changes }: Written) {
  const before = new Map(was.map((one) => [one.id, one]))
  await outcomes.deleteReadings(tx, changes.flatMap(({ before: gone, after }) => (after === null ? (gone?.id ?? []) : []))) // prettier-ignore
  await outcomes.insertReadings(tx, is.filter((one) => !before.has(one.id)).map((one) => outcomes.fromReading(groupId, one))) // prettier-ignore
  for (const one of is) {
    const old = before.get(one.id)
    if (old !== undefined && differs(old, one)) await outcomes.updateReading(tx, one)
  }
}

/** Whether anything that is kept of a reading is another than before. */
export const differs = (one: Kept, other: Kept): boolean =>
  one.value !== other.value ||
  one.notDoneReason !== other.notDoneReason ||
  one.takenOn !== other.takenOn ||
  one.takenBy !== other.takenBy ||
  one.completedBy !== other.completedBy ||
  one.fallReason !== other.fallReason
