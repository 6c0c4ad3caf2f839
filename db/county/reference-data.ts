import type { NewId } from '../context.ts'
import type { Tx } from '../store.ts'
import { writeSetting } from '../settings/settings.repository.ts'

export interface ReferenceOptions {
  readonly newId: NewId
  readonly sample: boolean
}

/** What every county starts with: localities, bank holidays, marks, measures and the programme catalogue. */
export async function insertReferenceData(tx: Tx, { sample }: ReferenceOptions): Promise<void> {
  await writeSetting(tx, 'sample', sample ? 'yes' : 'no')
}
