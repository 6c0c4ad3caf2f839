import type { OldData } from '../../../shared/exports/old-cells.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { waysToReach } from '../../../shared/people/contact-safety.rules.ts'
import { found } from '../../changed.ts'
import { listFacilitators } from '../../registers/registers.repository.ts'
import type { Db } from '../../store.ts'
import { readWorkbookRows } from '../read-workbook.ts'
import { findGroupTitles } from '../workbook-data.repository.ts'

/** A group as an old workbook lists it: its people by last name, those who help left out. NOT_FOUND for no group. */
export async function readOldData(db: Db, groupId: GroupId, today: string): Promise<OldData> {
  const group = found(await findGroupTitles(db, groupId), 'group')
  const rows = await readWorkbookRows(db, groupId, today)
  const ids = rows.people.filter((one) => !one.volunteer).map((one) => one.personId)
  const details = new Map((await listDetails(db, groupId)).map((row) => [String(row.id), row]))
  return {
    rows,
    people: ids.flatMap((personId) => {
      const row = details.get(personId)
      if (row === undefined) return []
      const safety = { safeToCall: row.safe_to_call, safeToText: row.safe_to_text, safeToWrite: row.safe_to_write } // prettier-ignore
      return [
        {
          personId,
          firstName: row.first_name,
          lastName: row.last_name,
          knownAs: row.known_as,
          dateOfBirth: row.date_of_birth,
          mosaicId: row.mosaic_id,
          phone: waysToReach({ ...safety, phone: row.phone, email: null, address: null }).call,
          allergies: row.allergies,
        },
      ]
    }),
    group: group.name,
    title: group.public_title,
    programme: group.programme_name,
    building: group.building_name,
    locality: await findLocality(db, groupId),
    facilitators: (await listFacilitators(db, groupId)).map((one) => one.name),
  }
}

/** What an old workbook asks of everyone who has anything to do with a group. */
const listDetails = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('person')
    .where(
      (eb) =>
      eb.or([
        eb('id', 'in', eb.selectFrom('enrolment').where('group_id', '=', groupId).select('person_id')),
        eb('id', 'in', eb.selectFrom('mark').innerJoin('session', 'session.id', 'mark.session_id').where('session.group_id', '=', groupId).select('mark.person_id')),
        eb('id', 'in', eb.selectFrom('reading').where('group_id', '=', groupId).select('person_id')),
        eb('id', 'in', eb.selectFrom('goal').where('group_id', '=', groupId).select('person_id')),
      ]), // prettier-ignore
    )
    .select(['id', 'first_name', 'last_name', 'known_as', 'date_of_birth', 'mosaic_id', 'phone', 'allergies'])
    .select(['safe_to_call', 'safe_to_text', 'safe_to_write'])
    .execute()

async function findLocality(db: Db, groupId: GroupId): Promise<string | null> {
  const row = await db
    .selectFrom('programme_group as g')
    .innerJoin('building', 'building.id', 'g.building_id')
    .innerJoin('locality', 'locality.id', 'building.locality_id')
    .where('g.id', '=', groupId)
    .select('locality.name')
    .executeTakeFirst()
  return row?.name ?? null
}
