import { z } from 'zod'
import { groupId, personId } from '../ids.ts'
import { query, task } from '../operation.ts'
import { line } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { mayBeLeftOut, recordAskers, recordParts } from './record.rules.ts'

const leftOut = z.strictObject({
  part: z.enum(mayBeLeftOut),
  /** Why it is not given: it stands on the record in place of the part. */
  reason: line('Say why it is left out.', 300),
})

export const recordAsked = z
  .strictObject({
    personId,
    askedBy: z.enum(recordAskers),
    leaveOut: z.array(leftOut).max(mayBeLeftOut.length).default([]),
  })
  .refine((asked) => new Set(asked.leaveOut.map((one) => one.part)).size === asked.leaveOut.length, {
    message: 'A part is left out once.',
    path: ['leaveOut'],
  })
export type RecordAsked = z.output<typeof recordAsked>

export const recordCellKinds = ['text', 'date', 'moment', 'number'] as const

/** One part of a record as a table of its own. Cells are as their column says; dates and times are local. */
export const recordSectionSchema = z.strictObject({
  part: z.enum(recordParts),
  title: z.string(),
  columns: z.array(z.strictObject({ heading: z.string(), kind: z.enum(recordCellKinds) })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})
export type RecordSection = z.infer<typeof recordSectionSchema>

/** A person's record, part by part, as whoever asked for it is given it. */
export const personRecordSchema = z.strictObject({
  name: z.string(),
  /** As it stood on this day. */
  on: localDate,
  askedBy: z.enum(recordAskers),
  sections: z.array(recordSectionSchema),
  /** Named with the reason, but for those parts of which not even that may be told: see neverNamed. */
  leftOut: z.array(z.strictObject({ title: z.string(), reason: z.string() })),
})
export type PersonRecord = z.infer<typeof personRecordSchema>

/** Who gets a certificate, and what stands on it. */
export const certificatesSchema = z.strictObject({
  serviceName: z.string(),
  publicTitle: z.string(),
  buildingName: z.string().nullable(),
  /** The first and the last session that ran, local dates; null when none has. */
  from: localDate.nullable(),
  to: localDate.nullable(),
  people: z.array(z.strictObject({ personId, name: z.string(), sessions: z.int() })),
})
export type Certificates = z.infer<typeof certificatesSchema>

/** What is given to the people themselves: their record when they ask for it, and what they came to. */
export const recordContract = {
  /**
   * All that is kept about one person, part by part, for a subject access request; what is left out is named with its
   * reason where it may be named at all. Free words are as they were written: somebody reads them before they are given.
   */
  personRecord: query({
    permission: 'exports.county',
    label: "Make a person's record",
    logView: true,
    // Which parts were left out, and not why: the reasons are written for the record, and may say whom somebody fears.
    logged: (request) => {
      const { personId: id, askedBy, leaveOut } = recordAsked.parse(request)
      return { personId: id, askedBy, leftOut: leaveOut.map(({ part }) => part) }
    },
    input: recordAsked,
    output: personRecordSchema,
  }),
  /** The same as a workbook, a sheet for each part. */
  personRecordFile: task({
    permission: 'exports.county',
    label: "Save a person's record",
    input: z.strictObject({ asked: recordAsked, grant: z.string() }),
    output: z.strictObject({ fileName: z.string(), rows: z.int() }),
  }),
  /**
   * Who of a group gets a certificate: those who completed it, or with `atLeast` those who came so often, over complete
   * registers. Under the public title, so that it can hang on a wall.
   */
  certificates: query({
    permission: 'registers.view',
    label: 'Make certificates',
    logView: true,
    input: z.strictObject({ groupId, atLeast: z.int().min(1).max(200).nullable().default(null) }),
    output: certificatesSchema,
  }),
} as const
