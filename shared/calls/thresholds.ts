import { z } from 'zod'
import { line } from '../text.ts'

/** Up to and not including an age, how many children one adult can look after. */
const band = z.strictObject({ under: z.int().min(1).max(26), children: z.int().min(1).max(50) })
export type RatioBand = z.infer<typeof band>

const upward = (bands: readonly RatioBand[]) =>
  bands.every(({ under }, place) => under > (bands[place - 1]?.under ?? 0))

const between = (least: number, most: number) =>
  z.int().min(least, `Enter ${least} or more.`).max(most, `Enter ${most} or fewer.`)

/** From when on somebody needs a call. Every one is a setting, because the council decides and not the program. */
export const thresholdsSchema = z.strictObject({
  /** Absences running, nobody having told us, before a person is called. */
  absences: between(1, 10),
  /** How many recorded sessions are held against as many before them, and by how many attendances they must be fewer. */
  fallingOver: between(2, 12),
  fallingBy: between(1, 12),
  /** Days before its last day that an offer is called about. */
  offerDays: between(0, 30),
  /** Days after its session that a register is asked for. */
  registerDays: between(1, 30),
  /** The share of its usual places below which a group is under strength, in per cent. */
  strengthPercent: between(1, 100),
  /** Days before its first session that a group's strength is looked at. */
  strengthDays: between(0, 90),
  /** Days ahead that sessions are looked at for enough adults, and how many there must be at least. */
  sessionDays: between(1, 30),
  adults: between(1, 10),
  ratios: z
    .array(band)
    .min(1, 'Enter at least one age.')
    .max(12)
    .refine(upward, 'Enter the ages from the youngest to the oldest, each once.'),
  /** Where the ratios come from. */
  ratioSource: line('Say where the ratios come from.', 300),
  /** Days until somebody who did not answer, and somebody who was left a message, is tried again. */
  againDays: between(1, 30),
  replyDays: between(1, 30),
})
export type Thresholds = z.infer<typeof thresholdsSchema>

/** The ratios are the NSPCC's least numbers of adults to children; the rest is how services commonly work. */
export const defaultThresholds: Thresholds = {
  absences: 2,
  fallingOver: 4,
  fallingBy: 2,
  offerDays: 3,
  registerDays: 1,
  strengthPercent: 50,
  strengthDays: 21,
  sessionDays: 7,
  adults: 2,
  ratios: [
    { under: 2, children: 3 },
    { under: 4, children: 4 },
    { under: 9, children: 6 },
    { under: 13, children: 8 },
    { under: 19, children: 10 },
  ],
  ratioSource:
    'NSPCC, recommended adult to child ratios (learning.nspcc.org.uk). Only adults of 18 and over count.',
  againDays: 1,
  replyDays: 3,
}
