import type { PersonId } from '../../shared/ids.ts'
import { labelOf } from '../audit/labels.ts'
import type { Db } from '../store.ts'
import { findById } from './people.repository.ts'

/** Operations whose every use is a look at one person: each is asked with their id and nothing else. */
const looks = ['people.get', 'people.alerts']

/** Who looked at a person, or at the family they are in now, newest first. An audit entry keeps what was asked for. */
export async function looksAt(db: Db, id: PersonId, limit: number) {
  const familyId = (await findById(db, id))?.family_id
  const rows = await db
    .selectFrom('audit_entry')
    .where('subject', 'in', [asked(id), ...(familyId ? [asked(familyId)] : [])])
    .where('operation', 'in', [...looks, 'people.family'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .select(['at', 'user_name', 'operation'])
    .execute()
  return rows.map((row) => ({
    at: row.at,
    who: row.user_name,
    label: labelOf(row.operation),
    alert: row.operation === 'people.alerts',
  }))
}

const asked = (id: string) => JSON.stringify({ id })
