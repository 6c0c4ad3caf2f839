import type { z } from 'zod'
import type { FamilyId } from '../../shared/ids.ts'
import type { familiesOperations } from '../../shared/people/families.contract.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { adultsOf } from './adults.repository.ts'
import { chooseFamily } from './choose-family.ts'
import { consentsOf } from './consents.repository.ts'
import * as people from './people.repository.ts'
import { toPersonRows } from './search.repository.ts'

type Input<N extends keyof typeof familiesOperations> = z.output<(typeof familiesOperations)[N]['input']>

/** A family with its members side by side: what is the same for all, and what is not, is seen at once. */
export async function getFamily({ db, today }: QueryContext, id: FamilyId) {
  const { name, version } = found(await people.findFamily(db, id), 'family')
  const rows = await people.listFamily(db, id)
  const ids = rows.map((row) => row.id)
  const adults = await adultsOf(db, ids)
  const consents = await consentsOf(db, ids, today)
  const members = (await toPersonRows(db, rows, today)).flatMap((member, i) => {
    const row = rows[i]
    if (!row) return []
    const { version: memberVersion, allergies, access_needs: accessNeeds } = row
    return [{ ...member, version: memberVersion, allergies, accessNeeds, adults: adults.get(row.id) ?? [], consents: consents.get(row.id) ?? [] }] // prettier-ignore
  })
  return { id, name, version, members }
}

export async function renameFamily({ tx }: CommandContext, input: Input<'renameFamily'>): Promise<null> {
  found(await people.findFamily(tx, input.id), 'family')
  if (!(await people.renameFamily(tx, input.id, input.version, input.name))) throw changedSince('family')
  return null
}

/** Puts somebody in another family, and nothing else of them changes. */
export async function moveToFamily(context: CommandContext, input: Input<'moveToFamily'>) {
  const { tx } = context
  found(await people.findById(tx, input.id), 'person')
  const familyId = await chooseFamily(context, input.family)
  if (!(await people.updatePerson(tx, input.id, input.version, { family_id: familyId })))
    throw changedSince('person')
  return { familyId }
}
