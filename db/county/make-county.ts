import { commandId, userId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { civilNow } from '../../shared/time/civil.ts'
import type { Actor, CountyPlan } from '../context.ts'
import { fillSampleCounty } from '../sample/fill-sample-county.ts'
import { newIdAt } from '../new-id.ts'
import { insertUser, updateCredential } from '../users/users.repository.ts'
import type { Store } from '../store.ts'
import { insertReferenceData } from './reference-data.ts'

/** Fills a new file with its reference data and first administrator, in one transaction. */
export async function makeCounty(store: Store, plan: CountyPlan, now: Date): Promise<Actor> {
  const newId = newIdAt(now)
  const actor: Actor = {
    id: newId(userId),
    name: plan.name,
    role: 'administrator',
    staffId: null,
    buildingIds: [],
    half: null,
  }
  const entry = {
    id: newId(commandId),
    at: now.toISOString(),
    userId: actor.id,
    userName: actor.name,
    operation: 'county.create',
    subject: plan.contents,
    undoes: null,
  }
  await store.write(entry, async (tx) => {
    const user = {
      id: actor.id,
      name: actor.name,
      name_key: fold(actor.name),
      role: actor.role,
      staff_id: null,
      half: null,
      disabled: 0,
      version: 1,
    } as const
    await insertUser(tx, user, plan.passphraseHash)
    // Whoever makes a county is signed in to it at once.
    await updateCredential(tx, user.id, { last_signed_in_at: entry.at })
    await insertReferenceData(tx, { newId, sample: plan.contents === 'sample' })
    if (plan.contents === 'sample')
      await fillSampleCounty(tx, { actor, today: civilNow(now).slice(0, 10), newId })
  })
  return actor
}
