import { z } from 'zod'
import { groupId, personId, sessionId } from '../ids.ts'
import { query } from '../operation.ts'
import { localDate, localDateTime } from '../time/civil.ts'
import { countyReportsContract } from './county-reports.contract.ts'
import { figureSections, figureUnits, type FigureSection } from './definitions.ts'
import { waitingSnapshotOperations } from './waiting-snapshot.contract.ts'

// The keys of an object are text to TypeScript, and these are the keys of this one.
const sections = Object.keys(figureSections) as FigureSection[]

/** One number with its definition, so that screen, paper and file say the same. */
export const figureSchema = z.strictObject({
  /** What it is called in questions; stays when its words change. */
  key: z.string(),
  section: z.enum(sections),
  name: z.string(),
  value: z.number().nullable(),
  unit: z.enum(figureUnits),
  /** For a percentage, what was divided by what: `31 of 40`; for days, of how many people. */
  detail: z.string().nullable(),
  definition: z.string(),
})
export type Figure = z.infer<typeof figureSchema>

/** Rises when a definition changes; printed with the numbers. */
const definitionsVersion = z.int()

const coming = { expected: z.int(), attended: z.int(), attendedOrApologised: z.int() }

export const rowBehindSchema = z.strictObject({
  personId: personId.nullable(),
  sessionId: sessionId.nullable(),
  /** About whom or what, in words: a person, a family, a session. */
  what: z.string(),
  /** The day of the session, if it is about one. */
  on: localDate.nullable(),
  /** What it adds, in the figure's unit; hours in minutes. */
  amount: z.number(),
  /** Of a share, whether it is in the part. */
  counts: z.boolean(),
})
export type RowBehind = z.infer<typeof rowBehindSchema>

export const reportsContract = {
  ...countyReportsContract,
  /** The figures of one group, as its page shows them and its workbook prints them. */
  groupSummary: query({
    permission: 'registers.view',
    label: 'See the figures of a group',
    input: z.strictObject({ groupId }),
    output: z.strictObject({ definitionsVersion, figures: z.array(figureSchema) }),
  }),
  /** The rows that one figure of a group is made of: as many as it says. NOT_FOUND for a figure it does not have. */
  rowsBehind: query({
    permission: 'registers.view',
    label: 'See the rows behind a figure',
    input: z.strictObject({ groupId, figure: z.string().max(100) }),
    output: z.strictObject({ definitionsVersion, figure: figureSchema, rows: z.array(rowBehindSchema) }),
  }),
  /** The two measures of coming for each person and each session of a group, over complete registers. */
  coming: query({
    permission: 'registers.view',
    label: 'See how people come to a group',
    input: z.strictObject({ groupId }),
    output: z.strictObject({
      people: z.array(z.strictObject({ personId, name: z.string(), ...coming })),
      sessions: z.array(
        z.strictObject({ sessionId, number: z.int().nullable(), startsAt: localDateTime, ...coming }),
      ),
    }),
  }),
  ...waitingSnapshotOperations,
} as const
