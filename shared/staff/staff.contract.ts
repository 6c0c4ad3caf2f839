import { z } from 'zod'
import { localityId, staffId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalLine } from '../text.ts'
import { trainingContract } from './training.contract.ts'

/** Which side of the service a person works on. Groups are generally delivered by one from each of the first two. */
export const streams = ['family', 'youth-justice', 'central', 'volunteer', 'partner'] as const
export type Stream = (typeof streams)[number]
export const streamLabels: Readonly<Record<(typeof streams)[number], string>> = {
  family: 'Family',
  'youth-justice': 'Youth and justice',
  central: 'Central',
  volunteer: 'Volunteer',
  partner: 'Partner',
}

export const staffSchema = z.strictObject({
  id: staffId,
  name: z.string(),
  /** Free text: titles change at every restructure. */
  jobTitle: z.string().nullable(),
  stream: z.enum(streams),
  localityId: localityId.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  archived: z.boolean(),
  version: z.int(),
})
export type Staff = z.infer<typeof staffSchema>

export const staffFields = {
  name: line('Enter a name.'),
  jobTitle: optionalLine(),
  stream: z.enum(streams),
  localityId: localityId.nullish(),
  phone: optionalLine(40),
  email: optionalLine(),
}

export const staffContract = {
  ...trainingContract,
  list: query({
    permission: 'staff.view',
    label: 'List staff',
    input: z.strictObject({}),
    output: z.array(staffSchema),
  }),
  create: command({
    permission: 'staff.edit',
    label: 'Add a member of staff',
    input: z.strictObject(staffFields),
    output: staffSchema,
  }),
  update: command({
    permission: 'staff.edit',
    label: 'Change a member of staff',
    input: z.strictObject({ ...staffFields, id: staffId, version: z.int(), archived: z.boolean() }),
    output: staffSchema,
  }),
} as const
