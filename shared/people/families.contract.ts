import { z } from 'zod'
import { familyId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line } from '../text.ts'
import { adultSchema } from './adults.contract.ts'
import { consentSchema } from './consents.contract.ts'
import { familyChoice, personRowSchema } from './person.contract.ts'

export const familyMemberSchema = personRowSchema.extend({
  version: z.int(),
  allergies: z.string().nullable(),
  accessNeeds: z.string().nullable(),
  adults: z.array(adultSchema),
  consents: z.array(consentSchema),
})
export type FamilyMember = z.infer<typeof familyMemberSchema>

export const familiesOperations = {
  /** A family: its members, oldest first, each with their adults and consents. Every look is in the audit trail. */
  family: query({
    permission: 'people.view',
    label: 'See a family',
    logView: true,
    input: z.strictObject({ id: familyId }),
    output: z.strictObject({
      id: familyId,
      name: z.string(),
      version: z.int(),
      members: z.array(familyMemberSchema),
    }),
  }),
  renameFamily: command({
    permission: 'people.edit',
    label: 'Change the name of a family',
    input: z.strictObject({
      id: familyId,
      version: z.int(),
      name: line('Enter a name for the family.', 120),
    }),
    output: z.null(),
  }),
  /** Puts somebody in another family, a new one or none. Their adults, consents and history stay with them. */
  moveToFamily: command({
    permission: 'people.edit',
    label: 'Move a person to another family',
    input: z.strictObject({ id: personId, version: z.int(), family: familyChoice }),
    output: z.strictObject({ familyId: familyId.nullable() }),
  }),
} as const
