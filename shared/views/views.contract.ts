import { z } from 'zod'
import { bookingFilter } from '../bookings/filter.rules.ts'
import { buildingId, savedViewId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line } from '../text.ts'
import { localTime } from '../time/civil.ts'

export const viewScreens = ['rooms', 'calendar'] as const
export type ViewScreen = (typeof viewScreens)[number]

export const roomViews = ['day', 'week', 'now'] as const
export type RoomView = (typeof roomViews)[number]

/** Only rooms that nobody has booked: all day, or between two times. */
export const unusedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all-day') }),
  z.strictObject({ kind: z.literal('between'), from: localTime, to: localTime }),
])
export type Unused = z.infer<typeof unusedSchema>

/** How a screen looks at bookings, without its date: a view is for every day. */
export const viewState = z.strictObject({
  /** The screen's own name for it: day, week, now; or month, week, day, list, year. */
  view: z.string().max(20),
  /** The building of the switcher; null for all. */
  buildingId: buildingId.nullable().default(null),
  filter: bookingFilter,
  unused: unusedSchema.nullable().default(null),
})
export type ViewState = z.infer<typeof viewState>

export const savedViewSchema = z.strictObject({
  id: savedViewId,
  name: z.string(),
  screen: z.enum(viewScreens),
  state: viewState,
  version: z.int(),
})
export type SavedView = z.infer<typeof savedViewSchema>

const name = line('Enter a name for the view.', 60)

/** Ways of looking that a person keeps under a name. Everybody has their own. */
export const viewsContract = {
  /** The person's own, by name. */
  list: query({
    permission: 'bookings.view',
    label: 'List saved views',
    input: z.strictObject({}),
    output: z.array(savedViewSchema),
  }),
  /** Fails with CONFLICT when the person has a view of this name for the screen. */
  save: command({
    permission: 'bookings.view',
    label: 'Save a view',
    input: z.strictObject({ name, screen: z.enum(viewScreens), state: viewState }),
    output: savedViewSchema,
  }),
  /** Another name, another state, or both. */
  change: command({
    permission: 'bookings.view',
    label: 'Change a saved view',
    input: z.strictObject({ id: savedViewId, version: z.int(), name, state: viewState }),
    output: savedViewSchema,
  }),
  remove: command({
    permission: 'bookings.view',
    label: 'Remove a saved view',
    input: z.strictObject({ id: savedViewId, version: z.int() }),
    output: z.strictObject({ id: savedViewId }),
  }),
} as const
