import { z } from 'zod'
import { programmeId, staffId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { localDate } from '../time/civil.ts'

/** That somebody is trained in a programme. Local dates; null is not known, or, of the end, that it has none. */
const trainedFields = {
  programmeId,
  trainedOn: localDate.nullable(),
  /** The last day on which it holds. */
  expiresOn: localDate.nullable(),
}
export const trainingSchema = z.strictObject({ staffId, ...trainedFields })
export type Training = z.infer<typeof trainingSchema>

const typedTraining = z.strictObject(trainedFields).refine(
  (one) => one.trainedOn === null || one.expiresOn === null || one.trainedOn <= one.expiresOn,
  { message: 'It expires before the day of the training.', path: ['expiresOn'] }, // prettier-ignore
)

/** What staff are trained in. */
export const trainingContract = {
  /** Of one member of staff, or of all. */
  listTraining: query({
    permission: 'staff.view',
    label: 'See what staff are trained in',
    input: z.strictObject({ staffId: staffId.nullish() }),
    output: z.array(trainingSchema),
  }),
  /** Makes these what somebody is trained in, each programme once. */
  setTraining: command({
    permission: 'staff.edit',
    label: 'Record what a member of staff is trained in',
    input: z.strictObject({
      staffId,
      training: z
        .array(typedTraining)
        .max(60)
        .refine(
          (all) => new Set(all.map((one) => one.programmeId)).size === all.length,
          'Choose each programme once.',
        ),
    }),
    output: z.array(trainingSchema),
  }),
} as const
