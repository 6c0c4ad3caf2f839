import { z } from 'zod'
import { buildingId, equipmentId } from '../ids.ts'
import { command } from '../operation.ts'
import { line } from '../text.ts'

/** What can be carried from room to room of a building, and how many of it there are. */
export const equipmentSchema = z.strictObject({
  id: equipmentId,
  buildingId,
  name: z.string(),
  quantity: z.int(),
  archived: z.boolean(),
  version: z.int(),
})
export type Equipment = z.infer<typeof equipmentSchema>

const equipmentFields = {
  name: line('Enter what it is.', 80),
  quantity: z.int('Enter a whole number.').min(0, 'Enter 0 or more.').max(1000, 'Enter 1,000 or fewer.'),
}

export const equipmentOperations = {
  addEquipment: command({
    permission: 'buildings.edit',
    label: 'Add equipment',
    input: z.strictObject({ ...equipmentFields, buildingId }),
    output: equipmentSchema,
  }),
  /**
   * Fails with CONFLICT, naming the first day in `details.date`, when fewer would be left than are booked at one time
   * to come; archiving leaves none.
   */
  updateEquipment: command({
    permission: 'buildings.edit',
    label: 'Change equipment',
    input: z.strictObject({ ...equipmentFields, id: equipmentId, version: z.int(), archived: z.boolean() }),
    output: equipmentSchema,
  }),
} as const
