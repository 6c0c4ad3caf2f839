import { AppError } from '../../shared/errors.ts'
import type { Tx } from '../store.ts'
import * as audit from './audit.repository.ts'
import type { Change, Image } from './change.ts'
import { labelOf } from './labels.ts'

/**
 * Refuses the undo of a command on whose rows somebody has built since: changed one of them again, or recorded
 * something that only stands because of them, though no row of the command says so. Work that was itself undone
 * again stands in nobody's way.
 */
export async function refuseBuiltOn(tx: Tx, changes: readonly Change[]): Promise<void> {
  const [first] = changes
  if (first === undefined) return
  const again = await audit.laterOfSameRows(tx, first.commandId)
  const recorded = await recordedSince(tx, first.seq, changes)
  const [later] = standing([...again, ...recorded])
  if (later !== undefined) throw cannotUndo(whatWasDone(later))
}

export const cannotUndo = (because: string): AppError =>
  new AppError('CHANGED', `This can no longer be undone, because ${because}. Nothing was changed.`)

export const whatWasDone = (later: audit.LaterRow): string =>
  `${later.user_name} has since done this: ${labelOf(later.root_operation, later.depth).toLowerCase()}`

type Depends = (row: Image) => boolean

/** What is recorded on the strength of other rows, by table; asked of the rows written since the command. */
async function recordedSince(tx: Tx, seq: number, changes: readonly Change[]): Promise<audit.LaterRow[]> {
  const onEnrolments = await dependsOnEnrolments(tx, changes)
  const onMeasures = within('measure_id', changes.filter((c) => c.table === 'measure').map((c) => c.rowId)) // prettier-ignore
  const onRegisters = within(
    'session_id',
    changes.filter(togglesRegister).map((c) => c.rowId),
  )
  const goals = new Set(changes.filter((c) => c.table === 'goal').map((c) => goalOf(c.before ?? c.after)))
  const rules: Record<string, Depends> = {
    mark: (row) => onEnrolments(row) || onRegisters(row),
    reading: (row) => onEnrolments(row) || onMeasures(row) || goals.has(goalOf(row)),
    goal: (row) => onEnrolments(row) || onMeasures(row),
    feedback_tally: onMeasures,
  }
  const asked = changes.some((c) => ['enrolment', 'measure', 'session', 'goal'].includes(c.table))
  const rows = asked ? await audit.laterRows(tx, seq, Object.keys(rules)) : []
  return rows.filter(
    (row) =>
      row.command_id !== changes[0]?.commandId &&
      rules[row.table_name]?.(audit.imageOf(row.after ?? row.before) ?? {}),
  )
}

const within =
  (column: string, ids: readonly string[]): Depends =>
  (row) =>
    ids.includes(String(row[column]))

const goalOf = (row: Image | null) =>
  ['group_id', 'person_id', 'measure_id', 'item'].map((column) => row?.[column]).join(' ')

/** Completing or reopening says something of every mark in the register. */
const togglesRegister = ({ table, before, after }: Change) =>
  table === 'session' && before?.['register_completed_at'] !== after?.['register_completed_at']

/** Marks, readings and goals of the people whose belonging to a group the command decided. */
async function dependsOnEnrolments(tx: Tx, changes: readonly Change[]): Promise<Depends> {
  const people = new Map<string, Set<string>>()
  // Both images: where two records were taken together, the history went from one person to the other.
  for (const { table, before, after } of changes)
    for (const row of [before, after]) {
      if (table !== 'enrolment' || row === null) continue
      const group = String(row['group_id'])
      people.set(group, (people.get(group) ?? new Set()).add(String(row['person_id'])))
    }
  const groups = await audit.groupsOfSessions(tx, [...people.keys()])
  return (row) => {
    const group = row['group_id'] ?? groups.get(String(row['session_id']))
    return people.get(String(group))?.has(String(row['person_id'])) ?? false
  }
}

/**
 * Of these rows, those whose command has an effect still: a command and its undo, or an undo and its redo, cancel
 * out when both came later.
 */
function standing(rows: readonly audit.LaterRow[]): audit.LaterRow[] {
  const byId = new Map(rows.map((row) => [row.command_id, row]))
  const undone = new Set(rows.map((row) => row.undoes))
  /** How many of a chain of undo and redo, back from this one, are among the rows. */
  const length = (row: audit.LaterRow | undefined): number =>
    row === undefined ? 0 : 1 + (row.undoes === null ? 0 : length(byId.get(row.undoes)))
  return [...byId.values()].filter((row) => !undone.has(row.command_id) && length(row) % 2 === 1)
}
