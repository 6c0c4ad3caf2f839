import { z } from 'zod'
import { enrolmentId } from '../ids.ts'
import { command } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { leavingReasons } from './reasons.ts'
import { neededReason, overrideReason } from './referral.ts'

const which = { enrolmentId, version: z.int() }
const answer = z.strictObject({ enrolmentIds: z.array(enrolmentId) })

export const offerOperations = {
  /**
   * Offers a place until a day, to the person or, where places are for families, to all of the family who wait. CONFLICT
   * with `details.skipped` unless each one before them in the order is passed over with a reason; with `details.full` when
   * no place is free, and with `details.checks` when something is warned of, unless `overrideReason` says why.
   */
  offer: command({
    permission: 'people.edit',
    label: 'Offer a place',
    input: z.strictObject({
      ...which,
      onDate: localDate,
      expiresOn: localDate,
      skips: z
        .array(z.strictObject({ enrolmentId, reason: neededReason }))
        .max(5000)
        .default([]),
      overrideReason,
    }),
    output: answer,
  }),
  /**
   * The offer is taken up: enrolled from a day. One that has lapsed needs a free place; CONFLICT with `details.skipped`
   * where others wait for it, unless `overrideReason` says why they are passed over.
   */
  accept: command({
    permission: 'people.edit',
    label: 'Accept an offer of a place',
    input: z.strictObject({ ...which, onDate: localDate, overrideReason }),
    output: answer,
  }),
  /** The offer is declined or has lapsed: back to the waiting list, or withdrawn. Frees the place. */
  endOffer: command({
    permission: 'people.edit',
    label: 'End an offer of a place',
    input: z.strictObject({
      ...which,
      onDate: localDate,
      to: z.enum(['waiting', 'withdrawn']),
      reasonKind: z.enum(leavingReasons),
      reason: optionalLine(300),
    }),
    output: answer,
  }),
} as const
