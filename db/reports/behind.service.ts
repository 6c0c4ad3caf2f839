import { AppError } from '../../shared/errors.ts'
import { familyId, groupId, personId, sessionId, staffId } from '../../shared/ids.ts'
import { mayUse } from '../../shared/permissions.ts'
import type { RowsBehindCell, ToRowsBehind } from '../../shared/reports/county-reports.contract.ts'
import type { Behind, MadeReport } from '../../shared/reports/making.ts'
import type { ReportRow } from '../../shared/reports/report.ts'
import type { QueryContext } from '../context.ts'
import { namesOfFamilies, namesOfPeople, namesOfStaff } from './behind.repository.ts'
import { readPlaces } from './places.repository.ts'
import { makerOf, takenBy } from './report.service.ts'

/** The rows of one figure, from the same pass over the same rows as the figure itself. */
export async function reportBehind(context: QueryContext, wanted: ToRowsBehind): Promise<RowsBehindCell> {
  const maker = makerOf(wanted.asked.report)
  const made = await maker.make(context, takenBy(maker, wanted.asked))
  const { table, line, column, cell } = findCell(made, wanted)
  const names = await namesFor(context, cell.behind)
  const { behind, ...shown } = cell
  return {
    table: table.title,
    line: line.name,
    column: column.name,
    unit: column.unit,
    definition: column.definition,
    cell: shown,
    count: behind.length,
    rows: inOrder(behind, names)
      .slice(wanted.skip, wanted.skip + wanted.take)
      .map((row) => toRow(row, names)),
  }
}

function findCell(made: MadeReport, wanted: ToRowsBehind) {
  const table = made.tables.find((one) => one.key === wanted.table)
  const line = [...(table?.lines ?? []), ...(table?.total ? [table.total] : [])].find((one) => one.key === wanted.line) // prettier-ignore
  const at = table?.columns.findIndex((one) => one.key === wanted.column) ?? -1
  const column = table?.columns[at]
  const cell = line?.cells[at]
  if (table && line && column && cell) return { table, line, column, cell }
  throw new AppError('NOT_FOUND', 'This report has no such figure. Nothing is wrong with it. Look at its figures again.') // prettier-ignore
}

/** By name, then by day. Ten years of attendances are many, so each name is compared once and then known by its place. */
function inOrder(rows: readonly Behind[], names: Names): Behind[] {
  const named = rows.map((row) => ({ row, on: row.on ?? '', name: aboutOf(row, names) ?? whereOf(row, names) ?? '' })) // prettier-ignore
  const sorted = [...new Set(named.map((one) => one.name))].toSorted(new Intl.Collator('en-GB').compare)
  const place = new Map(sorted.map((name, at) => [name, at]))
  const at = ({ name }: { readonly name: string }) => place.get(name) ?? 0
  return named
    .toSorted((a, b) => at(a) - at(b) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ row }) => row)
}

const idsOf = (rows: readonly Behind[], key: 'personId' | 'familyId' | 'staffId') => [
  ...new Set(rows.flatMap((row) => row[key] ?? [])),
]

interface Names {
  readonly seesPeople: boolean
  readonly people: ReadonlyMap<string, string>
  readonly families: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, { readonly name: string }>
}

const nobody: ReadonlyMap<string, string> = new Map()

/** What the rows are about is called. Who may not see people is told neither who it is nor where to look. */
async function namesFor({ db, actor }: QueryContext, rows: readonly Behind[]): Promise<Names> {
  const seesPeople = mayUse(actor.role, 'people.view')
  return {
    seesPeople,
    people: seesPeople ? await namesOfPeople(db, idsOf(rows, 'personId')) : nobody,
    families: seesPeople ? await namesOfFamilies(db, idsOf(rows, 'familyId')) : nobody,
    staff: await namesOfStaff(db, idsOf(rows, 'staffId')),
    groups: (await readPlaces(db, actor)).groups,
  }
}

const nameIn = (names: ReadonlyMap<string, string>, id: string | null | undefined, other: string) =>
  id ? (names.get(id) ?? other) : null

const whereOf = (row: Behind, { groups }: Names) =>
  row.groupId ? (groups.get(row.groupId)?.name ?? null) : null

const aboutOf = (row: Behind, { people, families, staff }: Names): string | null =>
  nameIn(people, row.personId, 'Somebody') ??
  row.what ??
  nameIn(families, row.familyId, 'A family') ??
  nameIn(staff, row.staffId, 'A member of staff')

function toRow(row: Behind, names: Names): ReportRow {
  const { seesPeople } = names
  const open = seesPeople || !row.personId
  const where = whereOf(row, names)
  const about = aboutOf(row, names)
  return {
    personId: personId.nullable().parse(open ? (row.personId ?? null) : null),
    familyId: familyId.nullable().parse(seesPeople ? (row.familyId ?? null) : null),
    groupId: groupId.nullable().parse(row.groupId ?? null),
    sessionId: sessionId.nullable().parse(row.sessionId ?? null),
    staffId: staffId.nullable().parse(row.staffId ?? null),
    what: about ?? where ?? 'A row',
    where: about === null ? null : where,
    on: row.on ?? null,
    amount: row.amount ?? 1,
    counts: row.counts !== false,
    link: open ? (row.link ?? linkOf(row, seesPeople)) : null,
  }
}

/** Where it was recorded: the register, the person, the family or the group. */
function linkOf(row: Behind, seesPeople: boolean): string | null {
  if (row.sessionId) return `/registers/${row.sessionId}`
  if (row.personId) return `/people/${row.personId}`
  if (row.familyId && seesPeople) return `/families/${row.familyId}`
  return row.groupId ? `/groups/${row.groupId}` : null
}
