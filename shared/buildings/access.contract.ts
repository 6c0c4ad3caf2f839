import { z } from 'zod'
import { accessId, buildingId, roomId } from '../ids.ts'
import { command } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'

export const accessKinds = ['reception', 'staff', 'key', 'code'] as const
export const accessLabels: Readonly<Record<(typeof accessKinds)[number], string>> = {
  reception: 'Reception is open',
  staff: 'Opened by staff',
  key: 'Key from the key holder',
  code: 'Door code',
}

/** How to get in from a date on, until another line takes its place. */
export const accessSchema = z.strictObject({
  id: accessId,
  buildingId,
  /** The room whose own way in it is; null for the whole building. */
  roomId: roomId.nullable(),
  fromDate: localDate,
  kind: z.enum(accessKinds),
  /** Who has the key, or opens up, and how to reach them. */
  keyHolder: z.string().nullable(),
  /** The door code; null where there is none, and for those who neither book nor lead anything there. */
  code: z.string().nullable(),
  /** There is a code, and this person may not see it. */
  codeHidden: z.boolean(),
  note: z.string().nullable(),
  version: z.int(),
})
export type AccessLine = z.infer<typeof accessSchema>

const accessFields = {
  fromDate: localDate,
  kind: z.enum(accessKinds),
  keyHolder: optionalLine(120),
  code: optionalLine(40),
  note: optionalLine(300),
}
type Fields = { readonly kind: string; readonly keyHolder: string | null; readonly code: string | null }
const keyHasHolder = (line: Fields) => line.kind !== 'key' || line.keyHolder !== null
const keyMessage = { message: 'Enter who has the key.', path: ['keyHolder'] }
const codeIsGiven = (line: Fields) => line.kind !== 'code' || line.code !== null
const codeMessage = { message: 'Enter the door code.', path: ['code'] }

export const accessOperations = {
  /** Fails with CONFLICT when the building, or the room, has another way in from the same date. */
  addAccess: command({
    permission: 'buildings.edit',
    label: 'Add a way in',
    input: z
      .strictObject({ ...accessFields, buildingId, roomId: roomId.nullish() })
      .refine(keyHasHolder, keyMessage)
      .refine(codeIsGiven, codeMessage),
    output: accessSchema,
  }),
  updateAccess: command({
    permission: 'buildings.edit',
    label: 'Change a way in',
    input: z
      .strictObject({ ...accessFields, id: accessId, version: z.int() })
      .refine(keyHasHolder, keyMessage)
      .refine(codeIsGiven, codeMessage),
    output: accessSchema,
  }),
  removeAccess: command({
    permission: 'buildings.edit',
    label: 'Remove a way in',
    input: z.strictObject({ id: accessId, version: z.int() }),
    output: z.null(),
  }),
} as const
