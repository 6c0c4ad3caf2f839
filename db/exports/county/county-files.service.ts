import { createHmac, randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import type { CountyFileAsked, CountyFileRows } from '../../../shared/exports/county-file.ts'
import type { countyFileAskedSchema } from '../../../shared/exports/county-files.contract.ts'
import { countyWorkbook } from '../../../shared/exports/county-workbook.ts'
import { fileKinds } from '../../../shared/exports/file-kinds.ts'
import { keysWorkbook } from '../../../shared/exports/keys-workbook.ts'
import type { Made } from '../../../shared/exports/list-workbook.ts'
import { daysSaid } from '../../../shared/exports/lists/said.rules.ts'
import type { LongWorkbook } from '../../../shared/exports/long-sheet.ts'
import { longTables, type Pseudonym } from '../../../shared/exports/long-tables.ts'
import type { FileMadeId, PersonId } from '../../../shared/ids.ts'
import { DEFINITIONS_VERSION } from '../../../shared/reports/definitions.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { longDate } from '../../../shared/time/format.ts'
import { found } from '../../changed.ts'
import type { Common, TaskContext } from '../../context.ts'
import { readSettings } from '../../settings/settings.repository.ts'
import type { Db } from '../../store.ts'
import { findFile, toFile } from '../file-made.repository.ts'
import { saveWorkbook, type FileFacts, type SavedFile } from '../save-file.ts'
import { takeGrant } from '../take-grant.ts'
import { countRows, readCountyFile } from './county-file.repository.ts'
import { readKeys } from './keys.repository.ts'
import { saveLongWorkbook } from './save-long.ts'

type Wanted = z.output<typeof countyFileAskedSchema> & { readonly grant: string }

const answer = (path: string, { id, sheets }: SavedFile) => ({
  fileName: basename(path),
  fileId: id,
  sheets: sheets.map(({ name, rows }) => ({ name, rows })),
})

/** Who makes a file, when, and of which county. */
export async function madeBy({ actor, now, version }: Common, db: Db): Promise<Made> {
  const { serviceName, sample } = await readSettings(db)
  return { serviceName, sample, madeBy: actor.name, madeAt: now, madeAtLocal: civilNow(new Date(now)), programVersion: version } // prettier-ignore
}

/** Writes the county workbook while it reads one moment of the county. */
export async function makeCountyWorkbook(context: TaskContext, { grant, ...asked }: Wanted) {
  const path = takeGrant(context, grant)
  return context.snapshot(async (db) => {
    const { rows, expected } = await readFile(context, db, asked)
    const workbook = countyWorkbook(rows, said(asked, rows), await madeBy(context, db))
    const facts = { kind: 'county', asked, definitionsVersion: DEFINITIONS_VERSION } as const
    return answer(path, await saveLongWorkbook(context, path, { workbook, expected }, () => facts))
  })
}

/** What a county workbook asked for like this would hold now: to be compared, never kept. */
export async function countyWorkbookNow(context: TaskContext, db: Db, asked: CountyFileAsked) {
  const { rows, expected } = await readFile(context, db, asked)
  return { workbook: countyWorkbook(rows, said(asked, rows), await madeBy(context, db)), expected }
}

async function readFile(context: TaskContext, db: Db, asked: CountyFileAsked) {
  context.progress(0, null, 'Reading')
  const rows = await readCountyFile(db, context.actor, asked)
  return { rows, expected: await countRows(db, rows) }
}

const halves = { east: 'East', west: 'West' } as const
const listed = new Intl.ListFormat('en-GB')

/** What was asked for, in words: the days, and each filter by the names of what it lets in. */
function said(asked: CountyFileAsked, rows: CountyFileRows): (readonly [string, string])[] {
  const groups = [...rows.groups.values()]
  const names = (of: readonly (string | null)[]) =>
    listed.format([...new Set(of.filter((name) => name !== null))].toSorted())
  return [
    daysSaid(asked.from, asked.to),
    ['Programmes', asked.programmeIds.length === 0 ? 'All' : names(groups.map((one) => one.programme))],
    ['Buildings', asked.buildingIds.length === 0 ? 'All' : names([...rows.sessions.values()].map((one) => one.building))],
    ['Localities', asked.localityIds.length === 0 ? 'All' : names(groups.map((one) => one.locality))],
    ['Half', asked.half === null ? 'Both' : halves[asked.half]],
  ]
} // prettier-ignore

/** 64 bits of HMAC-SHA256 under a salt of this one file: without the salt nobody can tell whose it is. */
export const pseudonymsOf =
  (salt: string): Pseudonym =>
  (kind, id) =>
    `${kind.slice(0, 1).toUpperCase()}-${createHmac('sha256', salt).update(`${kind} ${id}`).digest('hex').slice(0, 16)}` // prettier-ignore

/** Writes long tables with nobody's name in them. Who was in them is remembered here, and never leaves with them. */
export async function makeLongTables(context: TaskContext, { grant, ...asked }: Wanted) {
  const path = takeGrant(context, grant)
  const salt = randomBytes(32).toString('hex')
  const people = new Set<string>()
  return context.snapshot(async (db) => {
    const { workbook, expected } = await longTablesNow(context, db, asked, salt, people)
    const facts = (): FileFacts => ({
      kind: 'long-tables',
      asked,
      definitionsVersion: DEFINITIONS_VERSION,
      salt,
      baseline: { people: [...people] },
    })
    return answer(path, await saveLongWorkbook(context, path, { workbook, expected }, facts))
  })
}

/** Long tables asked for like this, under that salt: the same people have the same pseudonyms. */
export async function longTablesNow(
  context: TaskContext,
  db: Db,
  asked: CountyFileAsked,
  salt: string,
  people: Set<string> = new Set(),
): Promise<{ workbook: LongWorkbook; expected: number }> {
  const { rows, expected } = await readFile(context, db, asked)
  const threshold = (await readSettings(db)).smallNumber
  const pseudonym = memo(pseudonymsOf(salt))
  const tables = { rows, pseudonym, threshold, people }
  return { workbook: longTables(tables, said(asked, rows), await madeBy(context, db)), expected }
}

/** The same few thousand again and again, in a quarter of a million rows. */
function memo(pseudonym: Pseudonym): Pseudonym {
  const known = new Map<string, string>()
  return (kind, id) => {
    const key = `${kind} ${id}`
    const before = known.get(key)
    if (before !== undefined) return before
    const made = pseudonym(kind, id)
    known.set(key, made)
    return made
  }
}

const remembered = z.object({ people: z.array(z.string()) })

/** Who is who in long tables, as they are called now: a file of its own, to be kept apart. */
export async function makeKeys(
  context: TaskContext,
  { fileId, grant }: { fileId: FileMadeId; grant: string },
) {
  const row = await findFile(context.db, fileId)
  const file = found(row && row.kind === 'long-tables' ? toFile(row) : undefined, 'file')
  const path = takeGrant(context, grant)
  const pseudonym = pseudonymsOf(file.salt ?? '')
  const ids = remembered.parse(file.baseline).people as PersonId[] // the ids that stood in the file
  const people = await readKeys(context.db, ids)
  const workbook = keysWorkbook(
    people.map((one) => ({ ...one, pseudonym: pseudonym('person', one.id) })),
    [['Keys of', `${fileKinds['long-tables']} made ${longDate(civilNow(new Date(file.madeAt)))} by ${file.madeByName}, file number ${file.id}`]], // prettier-ignore
    await madeBy(context, context.db),
  )
  const facts = { kind: 'keys', asked: { fileId }, definitionsVersion: 1 } as const
  return answer(path, await saveWorkbook(context, path, workbook, facts))
}
