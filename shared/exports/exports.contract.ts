import { z } from 'zod'
import { buildingId, groupId, roomId, staffId } from '../ids.ts'
import { query, task } from '../operation.ts'
import { localDate, withinAYear } from '../time/civil.ts'
import { halves } from '../users/scope.rules.ts'
import { countyFilesContract } from './county-files.contract.ts'
import { oldLayoutOperations } from './old-layout.contract.ts'
import { paperPeopleContract } from './paper-people.contract.ts'
import { handoverContract } from './handover.contract.ts'
import { recordContract } from './record.contract.ts'
import { daySheetSchema, roomDaysSchema } from './paper.contract.ts'
import { reportFileContract } from './report-file.contract.ts'
import { listAsked, listFormats } from './lists/lists.contract.ts'

const period = { from: localDate, to: localDate }

/** What a calendar file is of. A member of staff: the sessions that they lead. */
export const calendarOf = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('room'), id: roomId, ...period, grant: z.string() }),
  z.strictObject({ of: z.literal('building'), id: buildingId, ...period, grant: z.string() }),
  z.strictObject({ of: z.literal('staff'), id: staffId, ...period, grant: z.string() }),
  z.strictObject({ of: z.literal('group'), id: groupId, ...period, grant: z.string() }),
])
export type CalendarOf = z.infer<typeof calendarOf>

export const exportsContract = {
  ...reportFileContract,
  ...paperPeopleContract,
  ...oldLayoutOperations,
  ...countyFilesContract,
  ...recordContract,
  ...handoverContract,
  /** A file name with no person in it: `Bounce Back Shelthorpe 2026-11-23.xlsx`, by the public title. */
  suggestName: query({
    permission: 'exports.make',
    label: 'Name a workbook',
    input: z.strictObject({ groupId }),
    output: z.strictObject({ fileName: z.string() }),
  }),
  /** Writes the group's workbook to the file the person chose. Logged with its row counts. Leaves no half file. */
  groupWorkbook: task({
    permission: 'exports.make',
    label: "Make a group's workbook",
    input: z.strictObject({ groupId, grant: z.string() }),
    output: z.strictObject({
      fileName: z.string(),
      sheets: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
    }),
  }),
  /**
   * The day of each building: of one, of a half, or of all. With how to get in, so each time is in the audit trail: a
   * sheet with a door code can be left on a table.
   */
  daySheets: query({
    permission: 'bookings.view',
    label: 'Make a day sheet',
    logView: true,
    input: z.strictObject({
      date: localDate,
      buildingId: buildingId.nullish(),
      half: z.enum(halves).nullish(),
    }),
    output: z.array(daySheetSchema),
  }),
  /** Up to seven days of one room, for its door: titles that anybody may read, and nobody's name. */
  roomDays: query({
    permission: 'bookings.view',
    label: 'Make the week of a room',
    input: z.strictObject({ roomId, ...period }),
    output: roomDaysSchema,
  }),
  /**
   * Writes what is booked from `from` to `to` (both included) as an iCalendar file: one entry for each booking with its
   * rooms, under the title that this person may see. What was cancelled is in it as cancelled, so that a calendar that
   * has it lets go of it.
   */
  calendarFile: task({
    permission: 'bookings.view',
    label: 'Make a calendar file',
    input: withinAYear(calendarOf),
    output: z.strictObject({ fileName: z.string(), events: z.int() }),
  }),
  /**
   * Writes a list as it stands on its screen, chosen and ordered as there, to a spreadsheet or a file of text. It is
   * read as the person's own screen reads it and asks for the same permission, so nothing is in it that they could not
   * see; the note of a booking or a building never is.
   */
  listFile: task({
    permission: 'signed-in',
    label: 'Export a list',
    input: z.strictObject({ asked: listAsked, format: z.enum(listFormats), grant: z.string() }),
    output: z.strictObject({ fileName: z.string(), rows: z.int() }),
  }),
} as const
