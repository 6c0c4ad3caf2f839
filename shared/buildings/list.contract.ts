import { z } from 'zod'
import { tableSchema, CELL_LIMIT } from '../imports/imports.contract.ts'
import { command, query, task } from '../operation.ts'

/** More rows than any council has rooms. */
export const PLACE_ROWS = 5000

/** The columns of a list of buildings and rooms that the program understands. */
export const placeColumnKinds = [
  'building',
  'address',
  'postcode',
  'locality',
  'phone',
  'latitude',
  'longitude',
  'room',
  'capacity',
  'least',
  'step-free',
  'floor',
  'features',
  'setup',
  'cleardown',
  'half-of',
  'weekdays',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'ignore',
] as const
export type PlaceColumn = (typeof placeColumnKinds)[number]
export const placeColumnLabels: Readonly<Record<PlaceColumn, string>> = {
  building: 'Building',
  address: 'Address',
  postcode: 'Postcode',
  locality: 'Locality',
  phone: 'Phone',
  latitude: 'Latitude',
  longitude: 'Longitude',
  room: 'Room',
  capacity: 'Most people',
  least: 'Least people',
  'step-free': 'Step-free',
  floor: 'Floor',
  features: 'Features',
  setup: 'Set-up minutes',
  cleardown: 'Clear-down minutes',
  'half-of': 'Part of room',
  weekdays: 'Open Monday to Friday',
  monday: 'Open Mondays',
  tuesday: 'Open Tuesdays',
  wednesday: 'Open Wednesdays',
  thursday: 'Open Thursdays',
  friday: 'Open Fridays',
  saturday: 'Open Saturdays',
  sunday: 'Open Sundays',
  ignore: 'Leave out',
}

export const placeTableSchema = tableSchema.extend({
  columns: z.array(z.strictObject({ heading: z.string(), kind: z.enum(placeColumnKinds) })),
})
export type PlaceTable = z.infer<typeof placeTableSchema>

/** new: a building or a room is added. changed: one that is here is. same: the list says what is here already.
 *  problem: cannot be used, with the reason; nothing of the row is. blank: an empty row. */
export const placeRowStates = ['new', 'changed', 'same', 'problem', 'blank'] as const
export const plannedRowSchema = z.strictObject({
  row: z.int(),
  state: z.enum(placeRowStates),
  building: z.string().nullable(),
  room: z.string().nullable(),
  /** What the row does, each in words: `Phone: 0116 496 0000, was not known`. */
  changes: z.array(z.string()),
  /** Why it cannot be used, and how doubtful cells were read. */
  reasons: z.array(z.string()),
  cells: z.array(z.string()),
})
export type PlannedRow = z.infer<typeof plannedRowSchema>

const tally = z.strictObject({ added: z.int(), changed: z.int(), same: z.int() })
export const placeSummarySchema = z.strictObject({ buildings: tally, rooms: tally, leftOut: z.int() })
export type PlaceSummary = z.infer<typeof placeSummarySchema>

const listFields = {
  columns: z.array(z.enum(placeColumnKinds)).max(200),
  rows: z
    .array(z.strictObject({ row: z.int(), cells: z.array(z.string().max(CELL_LIMIT)).max(200) }))
    .max(PLACE_ROWS, 'Use a list of 5,000 rows or fewer.'),
}

export const placeListOperations = {
  /** Reads a CSV or XLSX file the person chose, or pasted text: one row for each room, or for each building. */
  readList: task({
    permission: 'buildings.edit',
    label: 'Read a list of buildings',
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('file'), grant: z.string(), sheet: z.string().nullish() }),
      z.strictObject({
        kind: z.literal('text'),
        text: z.string().max(5_000_000, 'Paste less at once, or read it from a file.'),
      }),
    ]),
    output: placeTableSchema,
  }),
  /** What each row would add or change, before anything is saved; `samples` are the invented buildings still in use. */
  previewList: query({
    permission: 'buildings.edit',
    label: 'Preview a list of buildings',
    input: z.strictObject(listFields),
    output: z.strictObject({
      rows: z.array(plannedRowSchema),
      summary: placeSummarySchema,
      samples: z.int(),
    }),
  }),
  /**
   * Adds and changes what the list says, and touches nothing that it does not mention. Known buildings are found by
   * name. With `archiveSamples`, invented buildings without bookings to come are archived, and the others named.
   */
  importList: command({
    permission: 'buildings.edit',
    label: 'Import a list of buildings',
    input: z.strictObject({ ...listFields, archiveSamples: z.boolean().default(false) }),
    output: z.strictObject({
      summary: placeSummarySchema,
      samplesArchived: z.int(),
      samplesKept: z.array(z.strictObject({ name: z.string(), bookings: z.int() })),
    }),
  }),
} as const
