import { AppError } from '../../shared/errors.ts'
import { idOf, type GroupId } from '../../shared/ids.ts'
import type {
  CellChange,
  Grid,
  GridCell,
  GridPerson,
  GridSession,
} from '../../shared/registers/grid.contract.ts'
import { cellProblem, sessionInWords } from '../../shared/registers/grid.rules.ts'
import type { CommandContext } from '../context.ts'
import * as grid from './grid.repository.ts'
import { readGrid } from './grid.sheet.ts'
import { insertMarks } from './registers.repository.ts'

const markId = idOf('mark')

interface Target {
  readonly change: CellChange
  readonly session: GridSession
  readonly person: GridPerson
  readonly cell: GridCell
}

/** Marks many cells of a group at once, all or none. Answers how many were not as asked before. */
export async function setMarks(context: CommandContext, groupId: GroupId, cells: readonly CellChange[]) {
  const sheet = await readGrid(context.tx, groupId, context)
  const targets = findTargets(sheet, cells)
  refuseRetired(sheet, targets)
  refuseProblems(targets)
  refuseMarkedSince(targets)
  const changing = targets.filter(({ change, cell }) => change.code !== cell.code)
  await write(context, groupId, changing)
  return { changed: changing.length }
}

const nothing = 'Nothing was changed.'
const whose = ({ person, session }: Target) => `${person.name}, ${sessionInWords(session)}`

/** The places of the grid that are asked for. One that is not in it is a screen left open too long, or a slip. */
function findTargets({ sessions, people }: Grid, cells: readonly CellChange[]): Target[] {
  const columns = new Map(sessions.map((session, at) => [session.sessionId, at]))
  const rows = new Map(people.map((person) => [person.personId, person]))
  return cells.map((change) => {
    const at = columns.get(change.sessionId)
    const session = at === undefined ? undefined : sessions[at]
    const person = rows.get(change.personId)
    const cell = at === undefined ? undefined : person?.cells[at]
    if (session === undefined || person === undefined || cell === undefined)
      throw new AppError(
        'NOT_FOUND',
        `One of these marks is of a person or a session that is not in this group's registers. ${nothing} Open the group again.`,
      )
    return { change, session, person, cell }
  })
}

function refuseRetired({ codes }: Grid, targets: readonly Target[]): void {
  const inUse = new Set(codes.filter((code) => !code.retired).map((code) => code.code))
  const wrong = targets.find(
    ({ change, cell }) => change.code !== null && change.code !== cell.code && !inUse.has(change.code),
  )
  if (wrong === undefined) return
  const message = `${wrong.change.code} is not a mark that is in use. ${nothing}`
  throw new AppError('INVALID_INPUT', message, { fields: { cells: message } })
}

function refuseProblems(targets: readonly Target[]): void {
  const refused = targets.flatMap((target) => {
    const problem = cellProblem(target.session, target.cell, target.change.code)
    return problem === null ? [] : [`${whose(target)}: ${problem}`]
  })
  const [first] = refused
  if (first === undefined) return
  const more = refused.length === 1 ? '' : ` So are ${refused.length - 1} more.`
  throw new AppError('CONFLICT', `This mark was refused. ${first}${more} ${nothing}`, { cells: refused })
}

/** A different mark is only ever replaced by somebody who saw it. */
function refuseMarkedSince(targets: readonly Target[]): void {
  const since = targets.find(
    ({ change, cell }) => cell.code !== change.was && cell.code !== change.code, // prettier-ignore
  )
  if (since === undefined) return
  const now = since.cell.code === null ? 'cleared' : `marked ${since.cell.code}`
  throw new AppError(
    'CHANGED',
    `${whose(since)} has been ${now} since you looked. ${nothing} Look again, then make your change.`,
  )
}

async function write(
  { tx, now, actor, newId }: CommandContext,
  groupId: GroupId,
  targets: readonly Target[],
) {
  const stamp = { marked_at: now, marked_by: actor.id }
  const added = targets.flatMap(({ change: { sessionId, personId, code }, cell }) =>
    cell.code === null && code !== null
      ? [{ id: newId(markId), session_id: sessionId, person_id: personId, code, ...stamp, version: 1 }]
      : [],
  )
  const there = targets.filter(({ cell }) => cell.code !== null)
  const ids = new Map((await grid.listMarks(tx, groupId)).map((mark) => [placeKey(mark.session_id, mark.person_id), mark.id])) // prettier-ignore
  const byCode = Map.groupBy(there, ({ change }) => change.code)
  for (const [code, some] of byCode) {
    const marks = some.flatMap(({ change }) => ids.get(placeKey(change.sessionId, change.personId)) ?? [])
    if (code === null) await grid.deleteMarks(tx, marks)
    else await grid.updateMarks(tx, marks, { code, ...stamp })
  }
  await insertMarks(tx, added)
}

const placeKey = (sessionId: string, personId: string) => `${sessionId} ${personId}`
