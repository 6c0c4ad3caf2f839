import { z } from 'zod'
import { buildingId, localityId, roomId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalLine } from '../text.ts'

export const halves = ['east', 'west'] as const

export const localitySchema = z.strictObject({
  id: localityId,
  name: z.string(),
  half: z.enum(halves),
  /** The other ways the sources write it: `NWL`, `Hinckley`. */
  aliases: z.array(z.string()),
})
export type Locality = z.infer<typeof localitySchema>

export const roomSchema = z.strictObject({
  id: roomId,
  buildingId,
  name: z.string(),
  /** Largest safe number of people; null when nobody has set it. */
  capacity: z.int().nullable(),
  stepFree: z.boolean().nullable(),
  /** Minutes kept free before and after each booking. */
  setupMinutes: z.int(),
  cleardownMinutes: z.int(),
  /** The larger room it is a part of: half a hall. */
  partOfId: roomId.nullable(),
  sample: z.boolean(),
  archived: z.boolean(),
  version: z.int(),
})
export type Room = z.infer<typeof roomSchema>

export const buildingSchema = z.strictObject({
  id: buildingId,
  name: z.string(),
  localityId: localityId.nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  /** Invented, until the council's own list is imported. */
  sample: z.boolean(),
  archived: z.boolean(),
  version: z.int(),
  rooms: z.array(roomSchema),
})
export type Building = z.infer<typeof buildingSchema>

const buildingFields = {
  name: line('Enter the name of the building.', 120),
  localityId: localityId.nullish(),
  address: optionalLine(300),
  phone: optionalLine(40),
}
const minutes = z
  .int('Enter whole minutes.')
  .min(0, 'Enter 0 or more minutes.')
  .max(240, 'Enter 240 minutes or fewer.')
const roomFields = {
  name: line('Enter the name of the room.', 120),
  capacity: z.int().min(1, 'Enter at least 1 person.').max(2000, 'Enter 2,000 people or fewer.').nullish(),
  stepFree: z.boolean().nullish(),
  setupMinutes: minutes,
  cleardownMinutes: minutes,
  partOfId: roomId.nullish(),
}

export const buildingsContract = {
  listLocalities: query({
    permission: 'buildings.view',
    label: 'List localities',
    input: z.strictObject({}),
    output: z.array(localitySchema),
  }),
  /** Every building with its rooms, by name. */
  list: query({
    permission: 'buildings.view',
    label: 'List buildings and rooms',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.array(buildingSchema),
  }),
  create: command({
    permission: 'buildings.edit',
    label: 'Add a building',
    input: z.strictObject(buildingFields),
    output: buildingSchema,
  }),
  /** Archiving a building that still has bookings to come fails with CONFLICT and says how many. */
  update: command({
    permission: 'buildings.edit',
    label: 'Change a building',
    input: z.strictObject({ ...buildingFields, id: buildingId, version: z.int(), archived: z.boolean() }),
    output: buildingSchema,
  }),
  createRoom: command({
    permission: 'buildings.edit',
    label: 'Add a room',
    input: z.strictObject({ ...roomFields, buildingId }),
    output: roomSchema,
  }),
  updateRoom: command({
    permission: 'buildings.edit',
    label: 'Change a room',
    input: z.strictObject({ ...roomFields, id: roomId, version: z.int(), archived: z.boolean() }),
    output: roomSchema,
  }),
} as const
