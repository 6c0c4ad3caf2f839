import { z } from 'zod'
import { buildingId, localityId, roomId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { halves } from '../users/scope.rules.ts'
import { accessOperations, accessSchema } from './access.contract.ts'
import { equipmentOperations, equipmentSchema } from './equipment.contract.ts'
import { placeListOperations } from './list.contract.ts'
import { hoursOfDay, openingExceptionSchema, openingOperations } from './opening.contract.ts'

export type { OpenHours, OpeningException } from './opening.contract.ts'

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
  /** Smallest number that it makes sense for. */
  leastPeople: z.int().nullable(),
  stepFree: z.boolean().nullable(),
  /** Minutes kept free before and after each booking. */
  setupMinutes: z.int(),
  cleardownMinutes: z.int(),
  /** The larger room it is a part of: half a hall. */
  partOfId: roomId.nullable(),
  /** What is fixed in it, by name: Crèche, Kitchen, Hearing loop. */
  features: z.array(z.string()),
  floor: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  /** Bookings of it are asked for, and somebody who looks after the building decides. */
  needsApproval: z.boolean(),
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
  /** Degrees north and east; null where nobody has looked them up. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  half: z.enum(halves).nullable(),
  opensOnBankHolidays: z.boolean(),
  note: z.string().nullable(),
  /** Invented, until the council's own list is imported. */
  sample: z.boolean(),
  archived: z.boolean(),
  version: z.int(),
  rooms: z.array(roomSchema),
})
export type Building = z.infer<typeof buildingSchema>

/** One building with all that is known of it. */
export const buildingDetailsSchema = buildingSchema.extend({
  /** Monday first; an empty day is shut. All seven are empty until somebody has said when it is open. */
  week: z.array(hoursOfDay).length(7),
  /** Those that are over as well, earliest first. */
  exceptions: z.array(openingExceptionSchema),
  /** By place, the latest first: see `accessOn`. */
  access: z.array(accessSchema),
  equipment: z.array(equipmentSchema),
  /** Whether this person may change the building and say when it is open. */
  mayChange: z.boolean(),
})
export type BuildingDetails = z.infer<typeof buildingDetailsSchema>

const buildingFields = {
  name: line('Enter the name of the building.', 120),
  localityId: localityId.nullish(),
  address: optionalLine(300),
  phone: optionalLine(40),
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(180).nullish(),
  note: optionalText(1000),
}
const minutes = z
  .int('Enter whole minutes.')
  .min(0, 'Enter 0 or more minutes.')
  .max(240, 'Enter 240 minutes or fewer.')
const roomFields = {
  name: line('Enter the name of the room.', 120),
  capacity: z.int().min(1, 'Enter at least 1 person.').max(2000, 'Enter 2,000 people or fewer.').nullish(),
  leastPeople: z.int().min(1, 'Enter at least 1 person.').max(2000, 'Enter 2,000 people or fewer.').nullish(),
  stepFree: z.boolean().nullish(),
  setupMinutes: minutes,
  cleardownMinutes: minutes,
  partOfId: roomId.nullish(),
  features: z.array(line('Enter the name of what is in the room.', 60)).max(30).default([]),
  floor: optionalLine(40),
  phone: optionalLine(40),
  note: optionalText(1000),
  needsApproval: z.boolean().default(false),
}

const leastFits = (room: { capacity?: number | null | undefined; leastPeople?: number | null | undefined }) =>
  typeof room.capacity !== 'number' ||
  typeof room.leastPeople !== 'number' ||
  room.leastPeople <= room.capacity
const leastMessage = { message: 'The least is more than the room holds.', path: ['leastPeople'] }

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
  /** One building, archived or not, with its rooms, hours, ways in and equipment. */
  get: query({
    permission: 'buildings.view',
    label: 'See a building',
    input: z.strictObject({ id: buildingId }),
    output: buildingDetailsSchema,
  }),
  create: command({
    permission: 'buildings.edit',
    label: 'Add a building',
    input: z.strictObject(buildingFields),
    output: buildingSchema,
  }),
  /** Archiving a building that still has bookings to come fails with CONFLICT and lists them in `details.toCome`. */
  update: command({
    permission: 'buildings.edit',
    label: 'Change a building',
    input: z.strictObject({ ...buildingFields, id: buildingId, version: z.int(), archived: z.boolean() }),
    output: buildingSchema,
  }),
  createRoom: command({
    permission: 'buildings.edit',
    label: 'Add a room',
    input: z.strictObject({ ...roomFields, buildingId }).refine(leastFits, leastMessage),
    output: roomSchema,
  }),
  /** Archiving is refused as with a building. */
  updateRoom: command({
    permission: 'buildings.edit',
    label: 'Change a room',
    input: z
      .strictObject({ ...roomFields, id: roomId, version: z.int(), archived: z.boolean() })
      .refine(leastFits, leastMessage),
    output: roomSchema,
  }),
  ...openingOperations,
  ...accessOperations,
  ...equipmentOperations,
  ...placeListOperations,
} as const
