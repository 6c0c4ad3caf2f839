import { z } from 'zod'
import { seriesSkipId } from '../ids.ts'
import { localDate } from '../time/civil.ts'

export const skipKinds = ['holiday', 'bank-holiday', 'closure', 'clash', 'by-hand'] as const
export type SkipKind = (typeof skipKinds)[number]

/** A date that a series left out, kept with its reason so that it can be tried again. */
export const skippedSchema = z.strictObject({
  id: seriesSkipId,
  date: localDate,
  kind: z.enum(skipKinds),
  reason: z.string(),
})
export type Skipped = z.infer<typeof skippedSchema>
