import { z } from 'zod'
import { termId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line } from '../text.ts'
import { localDate } from '../time/civil.ts'

export const termSchema = z.strictObject({
  id: termId,
  /** `Autumn term, first half`: each half term is a row, so that what lies between is a holiday. */
  name: z.string(),
  startsOn: localDate,
  /** The last school day, itself in term. */
  endsOn: localDate,
  sample: z.boolean(),
  version: z.int(),
})
export type Term = z.infer<typeof termSchema>

export const bankHolidaySchema = z.strictObject({ date: localDate, name: z.string() })
export type BankHoliday = z.infer<typeof bankHolidaySchema>

const termFields = { name: line('Enter a name.', 80), startsOn: localDate, endsOn: localDate }
const endsAfterStart = (t: { startsOn: string; endsOn: string }) => t.startsOn <= t.endsOn
const endsAfterStartMessage = { message: 'The last day is before the first day.', path: ['endsOn'] }

const weekday = z.int().min(1).max(7)
/** Below 3 a hidden count could only be 1. */
const smallNumber = z.int().min(3, 'Use 3 or more: fewer would hide nothing.').max(20, 'Use 20 or fewer.')

const settingsSchema = z.strictObject({
  serviceName: z.string(),
  buildingWord: z.string(),
  /** Whether a booking that was asked for is asked for again when its time or rooms change. */
  askAgain: z.boolean(),
  /** On which day of the week people waiting are counted: 1 Monday … 7 Sunday. */
  snapshotWeekday: weekday,
  /** Counts of people from 1 up to one less than this are hidden in whatever leaves. */
  smallNumber,
})

const serviceFields = {
  serviceName: line('Enter the name of the service.', 120),
  buildingWord: line('Enter what the service calls a building.', 60),
  /** Stays as it is when it is left out. */
  askAgain: z.boolean().optional(),
  /** Stays as it is when it is left out. */
  snapshotWeekday: weekday.optional(),
  smallNumber: smallNumber.optional(),
}

export const settingsContract = {
  /** Names that change at each restructure, printed on every file; and how bookings are asked for. */
  get: query({
    permission: 'settings.view',
    label: 'See the settings',
    input: z.strictObject({}),
    output: settingsSchema,
  }),
  update: command({
    permission: 'settings.edit',
    label: 'Change the settings',
    input: z.strictObject(serviceFields),
    output: settingsSchema,
  }),
  listTerms: query({
    permission: 'settings.view',
    label: 'List term dates',
    input: z.strictObject({}),
    output: z.array(termSchema),
  }),
  /** Fails with CONFLICT when it overlaps another term. */
  createTerm: command({
    permission: 'settings.edit',
    label: 'Add a term',
    input: z.strictObject(termFields).refine(endsAfterStart, endsAfterStartMessage),
    output: termSchema,
  }),
  updateTerm: command({
    permission: 'settings.edit',
    label: 'Change a term',
    input: z
      .strictObject({ ...termFields, id: termId, version: z.int() })
      .refine(endsAfterStart, endsAfterStartMessage),
    output: termSchema,
  }),
  removeTerm: command({
    permission: 'settings.edit',
    label: 'Remove a term',
    input: z.strictObject({ id: termId }),
    output: z.null(),
  }),
  listBankHolidays: query({
    permission: 'settings.view',
    label: 'List bank holidays',
    input: z.strictObject({}),
    output: z.array(bankHolidaySchema),
  }),
  /** One-off holidays happen (2022, 2023). */
  addBankHoliday: command({
    permission: 'settings.edit',
    label: 'Add a bank holiday',
    input: z.strictObject({ date: localDate, name: line('Enter a name.', 80) }),
    output: bankHolidaySchema,
  }),
  removeBankHoliday: command({
    permission: 'settings.edit',
    label: 'Remove a bank holiday',
    input: z.strictObject({ date: localDate }),
    output: z.null(),
  }),
} as const
