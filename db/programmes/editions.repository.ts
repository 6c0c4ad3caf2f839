import {
  programmeContentSchema,
  type Edition,
  type Programme,
} from '../../shared/programmes/programmes.contract.ts'
import { programmeEditionId, type ProgrammeId } from '../../shared/ids.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'

/** What is said of a programme, without what it is known by. */
export const contentOf = ({ id: _id, edition: _edition, version: _version, ...content }: Programme) => content

/** How a programme stood before each change, the last change first. */
export async function listEditions(db: Db, id: ProgrammeId): Promise<Edition[]> {
  const rows = await db
    .selectFrom('programme_edition')
    .selectAll()
    .where('programme_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    untilDate: row.until_date,
    content: programmeContentSchema.parse(JSON.parse(row.content)),
  }))
}

/** One earlier edition; undefined for the one that stands. */
export async function findEdition(
  db: Db,
  id: ProgrammeId,
  number: number,
): Promise<Edition['content'] | undefined> {
  const row = await db
    .selectFrom('programme_edition')
    .select('content')
    .where('programme_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && programmeContentSchema.parse(JSON.parse(row.content))
}

/** Keeps how a programme stands, before it is changed on a local date. */
export async function insertEdition(
  tx: Tx,
  newId: NewId,
  programme: Programme,
  today: string,
): Promise<void> {
  await tx
    .insertInto('programme_edition')
    .values({
      id: newId(programmeEditionId),
      programme_id: programme.id,
      number: programme.edition,
      until_date: today,
      content: JSON.stringify(contentOf(programme)),
    })
    .execute()
}
