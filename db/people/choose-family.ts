import type { z } from 'zod'
import { assertNever } from '../../shared/errors.ts'
import { familyId, type FamilyId } from '../../shared/ids.ts'
import type { familyChoice } from '../../shared/people/person.contract.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { findFamily, insertFamily } from './people.repository.ts'

/** The family that was chosen, made if it is new; null is none. */
export async function chooseFamily(
  { tx, newId }: CommandContext,
  choice: z.output<typeof familyChoice>,
): Promise<FamilyId | null> {
  switch (choice.kind) {
    case 'none':
      return null
    case 'existing':
      return found(await findFamily(tx, choice.id), 'family').id
    case 'new': {
      const id = newId(familyId)
      await insertFamily(tx, id, choice.name)
      return id
    }
    default:
      return assertNever(choice, 'choice of family')
  }
}
