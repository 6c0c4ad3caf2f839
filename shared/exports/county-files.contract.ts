import { z } from 'zod'
import { buildingId, fileMadeId, localityId, programmeId } from '../ids.ts'
import { query, task } from '../operation.ts'
import { localDate, localDateTime } from '../time/civil.ts'
import { halves } from '../users/scope.rules.ts'
import { fileKinds, type FileKind } from './file-kinds.ts'
import { sheetDifferenceSchema } from './fingerprint.rules.ts'

const kinds = z.enum(Object.keys(fileKinds) as FileKind[]) // the keys of an object are text to TypeScript

/** Lists that are empty mean all. Dates are local and both included, in years at most ten apart. */
const askedShape = {
  from: localDate,
  to: localDate,
  programmeIds: z.array(programmeId).max(50).default([]),
  buildingIds: z.array(buildingId).max(50).default([]),
  localityIds: z.array(localityId).max(20).default([]),
  half: z.enum(halves).nullable().default(null),
}
type Days = { readonly from: string; readonly to: string }
const inOrder = { message: 'The last day is before the first day.', path: ['to'] }
const fits = { message: 'Ask for ten years or less at once.', path: ['to'] }
const forward = ({ from, to }: Days) => from <= to
const withinTenYears = ({ from, to }: Days) => Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 10
/** What is remembered of a file of the county, to make it again. */
export const countyFileAskedSchema = z.strictObject(askedShape)

const fileInput = z
  .strictObject({ ...askedShape, grant: z.string() })
  .refine(forward, inOrder)
  .refine(withinTenYears, fits)
const counts = z.array(z.strictObject({ name: z.string(), rows: z.int() }))
const made = z.strictObject({ fileName: z.string(), fileId: fileMadeId, sheets: counts })

/** A file that was made here, without what stood in it. */
export const fileMadeSchema = z.strictObject({
  id: fileMadeId,
  kind: kinds,
  /** Local date and time. */
  madeAt: localDateTime,
  madeBy: z.string(),
  sheets: counts,
})

export const countyFilesContract = {
  /**
   * Writes the groups, sessions, enrolments, attendance, outcomes and feedback of some days, of all groups or of those
   * that the filters leave, with the people in them. Never phones, addresses, consents, alerts or notes. It reads one
   * moment of the county, takes the memory of a thousand rows however long it is, and can be stopped.
   */
  countyWorkbook: task({
    permission: 'exports.county',
    label: 'Make the county workbook',
    input: fileInput,
    output: made,
  }),
  /**
   * The same for analysts, with nobody in it: pseudonyms that are of this one file, age in years on the first day,
   * locality; no name, date of birth, number or word of a family's.
   */
  longTables: task({
    permission: 'exports.county',
    label: 'Make long tables for analysts',
    input: fileInput,
    output: made,
  }),
  /** Who is who in long tables that were made here: a file to be kept apart from them. NOT_FOUND for any other file. */
  longTableKeys: task({
    permission: 'exports.county',
    label: 'Make the keys of long tables',
    input: z.strictObject({ fileId: fileMadeId, grant: z.string() }),
    output: made,
  }),
  /** The newest files that were made here, with their row counts. */
  filesMade: query({
    permission: 'audit.view',
    label: 'See the files that were made',
    input: z.strictObject({ kinds: z.array(kinds).max(20).optional(), limit: z.int().min(1).max(500).default(100) }), // prettier-ignore
    output: z.array(fileMadeSchema),
  }),
  /**
   * Whether a file is one that was made here, whether it is as it was made and where it is not, and what has changed in
   * Gather since. Of what it holds nothing is answered but places.
   */
  checkFile: task({
    permission: 'exports.make',
    label: 'Check a file',
    input: z.strictObject({ grant: z.string() }),
    output: z.strictObject({
      /** Null: not made here, or made anew by hand so that nothing of ours is left in it. */
      made: fileMadeSchema.nullable(),
      unchanged: z.boolean(),
      edits: z.array(sheetDifferenceSchema),
      /** What stands in Gather now against the file as it was made; null with the reason where that cannot be said. */
      since: z.array(sheetDifferenceSchema).nullable(),
      sinceNotSaid: z.string().nullable(),
    }),
  }),
} as const
