import { z } from 'zod'
import { groupId, measureId, personId } from '../ids.ts'
import { query } from '../operation.ts'
import { localDate } from '../time/civil.ts'
import { dueStates } from './due.rules.ts'

/** How far a group is with its measures; the rules are those of due.rules.ts. */
export const dueFields = {
  state: z.enum(dueStates),
  /** Sessions still to come. */
  sessionsLeft: z.int(),
  /** Different people, of everybody ever enrolled in the group: the matched rate is matched of withBefore. */
  withBefore: z.int(),
  matched: z.int(),
  /** Matched, or to be expected: they have a before, their after is still to be collected, and they still come. */
  predicted: z.int(),
  /** People of whom a before, or an after, is still to be collected. */
  lackBefore: z.int(),
  lackAfter: z.int(),
}

export const dueSchema = z.strictObject({
  groupId,
  groupName: z.string(),
  /** What stands on paper. */
  publicTitle: z.string(),
  lastDate: localDate.nullable(),
  ...dueFields,
  /** Whose forms are still to be collected, by last name. */
  people: z.array(
    z.strictObject({
      personId,
      name: z.string(),
      stillComes: z.boolean(),
      forms: z.array(
        z.strictObject({ measureId, measureName: z.string(), timePoint: z.enum(['before', 'after']) }),
      ),
    }),
  ),
})
export type DueOfGroup = z.infer<typeof dueSchema>

export const dueOperations = {
  /** Whose before and after measures a group still lacks, and the matched rate as it is and as it may become. */
  due: query({
    permission: 'outcomes.view',
    label: 'See which measures a group still lacks',
    input: z.strictObject({ groupId }),
    output: dueSchema,
  }),
  /** The same for paper. Each time is in the audit trail: a list of names can be left on a table. */
  duePaper: query({
    permission: 'outcomes.view',
    label: 'Print which measures a group still lacks',
    logView: true,
    input: z.strictObject({ groupId }),
    output: dueSchema,
  }),
} as const
