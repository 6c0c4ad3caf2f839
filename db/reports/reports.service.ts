import { AppError } from '../../shared/errors.ts'
import { personId, sessionId, type GroupId } from '../../shared/ids.ts'
import { mayUse } from '../../shared/permissions.ts'
import { comingByPersonAndSession } from '../../shared/reports/coming.rules.ts'
import { DEFINITIONS_VERSION } from '../../shared/reports/definitions.ts'
import type { FigureRow } from '../../shared/reports/figure-rows.rules.ts'
import { figuresWithRows, groupFigures } from '../../shared/reports/group-figures.rules.ts'
import type { RowBehind } from '../../shared/reports/reports.contract.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { findGroup } from '../outcomes/outcomes.repository.ts'
import { readGroupRows } from './group-rows.repository.ts'
import { readGroupNames, type GroupNames } from './names.repository.ts'

const shown = ({ actor }: QueryContext) => ({ outcomes: mayUse(actor.role, 'outcomes.view') })

async function rowsOf({ db, today }: QueryContext, groupId: GroupId) {
  found(await findGroup(db, groupId), 'group')
  return readGroupRows(db, groupId, today)
}

/** The figures of one group; those of outcomes only for roles that see outcomes. */
export async function groupSummary(context: QueryContext, groupId: GroupId) {
  const figures = groupFigures(await rowsOf(context, groupId), shown(context))
  return { definitionsVersion: DEFINITIONS_VERSION, figures }
}

/** The rows that one figure is made of, from the same pass over the same rows as the figure itself. */
export async function rowsBehind(context: QueryContext, groupId: GroupId, key: string) {
  const all = figuresWithRows(await rowsOf(context, groupId), shown(context))
  const one = all.find((figure) => figure.key === key)
  if (!one) throw new AppError('NOT_FOUND', 'This group has no such figure. Nothing is wrong with the group. Look at its figures again.') // prettier-ignore
  const { rows, ...figure } = one
  const names = await readGroupNames(context.db, groupId)
  return {
    definitionsVersion: DEFINITIONS_VERSION,
    figure,
    rows: rows.map((row) => toRow(row, names)).toSorted(inOrder(names)),
  }
}

function toRow(row: FigureRow, names: GroupNames): RowBehind {
  const session = row.sessionId === null ? undefined : names.sessions.get(row.sessionId)
  return {
    personId: personId.nullable().parse(row.personId),
    sessionId: sessionId.nullable().parse(row.sessionId),
    what: whatOf(row, names) ?? sessionWords(session?.number ?? null),
    on: session === undefined ? null : dateOf(session.startsAt),
    amount: row.amount,
    counts: row.counts,
  }
}

const whatOf = (row: FigureRow, names: GroupNames): string | null =>
  row.personId !== null
    ? (names.people.get(row.personId) ?? 'Somebody')
    : row.familyId !== null
      ? (names.families.get(row.familyId) ?? 'A family')
      : row.staffId !== null
        ? (names.staff.get(row.staffId) ?? 'A volunteer')
        : null

const sessionWords = (number: number | null) => (number === null ? 'Did not run' : `Session ${number}`)

/** People as on every list of the group, by last name; each by their sessions in order. Families and staff by name. */
function inOrder({ people }: GroupNames) {
  const place = new Map([...people.keys()].map((id, at) => [id, at]))
  const of = (row: RowBehind) => (row.personId === null ? -1 : (place.get(row.personId) ?? -1))
  return (a: RowBehind, b: RowBehind) =>
    of(a) - of(b) || (a.on ?? '').localeCompare(b.on ?? '') || a.what.localeCompare(b.what, 'en-GB')
}

/** The two measures of coming for each person by last name, and each session in order. */
export async function coming(context: QueryContext, groupId: GroupId) {
  const { people, sessions } = comingByPersonAndSession(await rowsOf(context, groupId))
  const names = await readGroupNames(context.db, groupId)
  const ofPerson = new Map(people.map((one) => [one.personId, one]))
  const ofSession = new Map(sessions.map((one) => [one.sessionId, one]))
  return {
    people: [...names.people].flatMap(([id, name]) => withKnown(ofPerson.get(id), (one) => ({ ...one, name }))),
    sessions: [...names.sessions].flatMap(([id, { startsAt, number }]) => withKnown(ofSession.get(id), (one) => ({ ...one, startsAt, number }))),
  } // prettier-ignore
}

const withKnown = <T, U>(one: T | undefined, use: (one: T) => U): U[] => (one === undefined ? [] : [use(one)])
