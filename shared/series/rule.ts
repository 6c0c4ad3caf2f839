import { z } from 'zod'
import { localDate, localTime } from '../time/civil.ts'

const every = (most: number) => z.int('Enter a whole number.').min(1, 'Enter 1 or more.').max(most)
const weekday = z.int().min(1).max(7)

/** How a series repeats, counted from its first date. Weekdays are 1 Monday … 7 Sunday. */
export const repeatsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('days'), every: every(365) }),
  z.strictObject({
    kind: z.literal('weeks'),
    every: every(52),
    weekdays: z.array(weekday).min(1, 'Choose at least one day of the week.').max(7),
  }),
  /** By date: `missing` says what happens in a month without that day, and is said in words on the screen. */
  z.strictObject({
    kind: z.literal('month-date'),
    every: every(12),
    day: z.int().min(1).max(31),
    missing: z.enum(['skip', 'last-day']),
  }),
  /** By weekday: the first to fifth, or -1 for the last. A month without a fifth has none. */
  z.strictObject({
    kind: z.literal('month-weekday'),
    every: every(12),
    weekday,
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(-1)]),
  }),
  z.strictObject({ kind: z.literal('years') }),
  /** Picked by hand: these, and no others. */
  z.strictObject({
    kind: z.literal('dates'),
    dates: z.array(localDate).min(1, 'Choose at least one date.').max(400),
  }),
])
export type Repeats = z.infer<typeof repeatsSchema>

/** When a series ends: on a date, itself included, or when so many have been delivered: dates left out do not count. */
export const endsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on'), date: localDate }),
  z.strictObject({
    kind: z.literal('after'),
    sessions: z
      .int('Enter a whole number of sessions.')
      .min(1, 'Plan at least 1 session.')
      .max(400, 'Plan 400 sessions or fewer.'),
  }),
])
export type Ends = z.infer<typeof endsSchema>

/** The rule of a series. Local dates and wall times; hand-picked dates and `once` end by themselves. */
export const ruleSchema = z
  .strictObject({
    firstDate: localDate,
    startTime: localTime,
    endTime: localTime,
    repeats: repeatsSchema,
    ends: endsSchema,
    /** Only in term time, only in the school holidays, or both. */
    school: z.enum(['any', 'term', 'holidays']),
    skipBankHolidays: z.boolean(),
    skipClosures: z.boolean(),
  })
  .refine((rule) => rule.startTime < rule.endTime, {
    message: 'The end must be later than the start.',
    path: ['endTime'],
  })
export type Rule = z.infer<typeof ruleSchema>

/** The rule of a weekly run of so many sessions: what most groups have. */
export const weekly = (
  rule: Pick<Rule, 'firstDate' | 'startTime' | 'endTime'> & {
    weekday: number
    sessions: number
    every?: number
  },
): Rule => ({
  firstDate: rule.firstDate,
  startTime: rule.startTime,
  endTime: rule.endTime,
  repeats: { kind: 'weeks', every: rule.every ?? 1, weekdays: [rule.weekday] },
  ends: { kind: 'after', sessions: rule.sessions },
  school: 'any',
  skipBankHolidays: true,
  skipClosures: true,
})
