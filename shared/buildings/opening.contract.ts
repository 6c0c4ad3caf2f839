import { z } from 'zod'
import { buildingId, openingExceptionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line } from '../text.ts'
import { localDate, localTime, withinAYear } from '../time/civil.ts'
import { overlapping } from './opening.rules.ts'
import { toComeSchema } from './to-come.contract.ts'

/** A stretch of a day, wall times: `09:00` up to `17:00`. */
export const hoursSchema = z
  .strictObject({ opens: localTime, closes: localTime })
  .refine((one) => one.opens < one.closes, {
    message: 'The building closes before it opens.',
    path: ['closes'],
  })
/** The stretches of one day, earliest first. */
export const hoursOfDay = z.array(z.strictObject({ opens: localTime, closes: localTime }))

/** Other hours on some dates, both included; without any it is shut. */
export const openingExceptionSchema = z.strictObject({
  id: openingExceptionId,
  fromDate: localDate,
  toDate: localDate,
  reason: z.string(),
  hours: hoursOfDay,
  version: z.int(),
})
export type OpeningException = z.infer<typeof openingExceptionSchema>

/** When one building is open on one date. Closures are not in it: see shared/closures. */
export const openHoursSchema = z.strictObject({
  buildingId,
  date: localDate,
  /** Earliest first; none is shut, if the hours are known. */
  hours: hoursOfDay,
  /** false: nobody has said when this building is open, so it is never in anybody's way. */
  known: z.boolean(),
  /** Why the hours are not the usual ones: the change of hours, or the bank holiday. */
  reason: z.string().nullable(),
})
export type OpenHours = z.infer<typeof openHoursSchema>

const apart = (hours: readonly z.infer<typeof hoursSchema>[]) => overlapping(hours) === null
const dayHours = z
  .array(hoursSchema)
  .max(6, 'Use six stretches or fewer.')
  .refine(apart, 'Two stretches of this day overlap.')
const exceptionFields = {
  fromDate: localDate,
  toDate: localDate,
  reason: line('Enter why the hours are different.', 120),
  /** None: shut. */
  hours: dayHours,
}
const inOrder = (one: { fromDate: string; toDate: string }) => one.fromDate <= one.toDate
const inOrderMessage = { message: 'The last day is before the first day.', path: ['toDate'] }

/** Bookings to come that now lie outside the hours. They stand; somebody should look at them. */
const outside = toComeSchema

export const openingOperations = {
  /** When each building, or this one, is open on each of the days from `from` to `to`, both included. */
  openHours: query({
    permission: 'buildings.view',
    label: 'See opening hours',
    input: withinAYear(z.strictObject({ from: localDate, to: localDate, buildingId: buildingId.nullish() })),
    output: z.array(openHoursSchema),
  }),
  /** The whole week at once: `week` has Monday first, each day with its stretches; an empty day is shut. */
  setOpening: command({
    permission: 'buildings.edit',
    label: 'Set opening hours',
    input: z.strictObject({
      id: buildingId,
      version: z.int(),
      week: z.array(dayHours).length(7, 'Give every day of the week.'),
      opensOnBankHolidays: z.boolean(),
    }),
    output: z.strictObject({ id: buildingId, version: z.int(), outside }),
  }),
  /** Fails with CONFLICT when it overlaps another change of hours that it does not lie within. */
  addOpeningException: command({
    permission: 'buildings.edit',
    label: 'Add a change of hours',
    input: z.strictObject({ ...exceptionFields, buildingId }).refine(inOrder, inOrderMessage),
    output: z.strictObject({ exception: openingExceptionSchema, outside }),
  }),
  updateOpeningException: command({
    permission: 'buildings.edit',
    label: 'Change a change of hours',
    input: z
      .strictObject({ ...exceptionFields, id: openingExceptionId, version: z.int() })
      .refine(inOrder, inOrderMessage),
    output: z.strictObject({ exception: openingExceptionSchema, outside }),
  }),
  removeOpeningException: command({
    permission: 'buildings.edit',
    label: 'Remove a change of hours',
    input: z.strictObject({ id: openingExceptionId, version: z.int() }),
    output: z.strictObject({ outside }),
  }),
} as const
