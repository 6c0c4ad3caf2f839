import { sql, type Insertable, type Selectable } from 'kysely'
import type { PersonId } from '../../shared/ids.ts'
import type { Consent } from '../../shared/people/consents.contract.ts'
import { consentKinds, consentState, lineAsAt, type ConsentKind } from '../../shared/people/consents.rules.ts'
import type { Db, Tx } from '../store.ts'
import type { ConsentTable } from './people.table.ts'

type Line = Selectable<ConsentTable> & { readonly recorder: string }

/** How each kind of consent of each of these people stands on a day, asked or not, with all that was said. */
export async function consentsOf(
  db: Db,
  ids: readonly PersonId[],
  day: string,
): Promise<Map<PersonId, Consent[]>> {
  const rows = ids.length === 0 ? [] : await listLines(db, ids)
  const byPerson = Map.groupBy(rows, (row) => row.person_id)
  return new Map(ids.map((id) => [id, consentKinds.map((kind) => toConsent(kind, byPerson.get(id) ?? [], day))])) // prettier-ignore
}

/** Newest first. */
const listLines = (db: Db, ids: readonly PersonId[]): Promise<Line[]> =>
  db
    .selectFrom('consent')
    .innerJoin('user', 'user.id', 'consent.recorded_by')
    .selectAll('consent')
    .select('user.name as recorder')
    .where('consent.person_id', 'in', ids)
    .orderBy('consent.on_date', 'desc')
    .orderBy('consent.step', 'desc')
    .execute()

function toConsent(kind: ConsentKind, rows: readonly Line[], day: string): Consent {
  const lines = rows.filter((row) => row.kind === kind).map(toLine)
  return { kind, state: consentState(lines, day), current: lineAsAt(lines, day), lines }
}

const toLine = (row: Line) => ({
  id: row.id,
  answer: row.answer,
  onDate: row.on_date,
  step: row.step,
  givenBy: row.given_by,
  untilDate: row.until_date,
  recordedBy: row.recorder,
})

/** The step that the next line of this day has. */
export async function nextStep(db: Db, id: PersonId, kind: ConsentKind, onDate: string): Promise<number> {
  const { last } = await db
    .selectFrom('consent')
    .where('person_id', '=', id)
    .where('kind', '=', kind)
    .where('on_date', '=', onDate)
    .select(sql<number>`coalesce(max(step), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  return last + 1
}

export async function insertConsents(tx: Tx, rows: readonly Insertable<ConsentTable>[]): Promise<void> {
  await tx.insertInto('consent').values(rows).execute()
}
