import { z } from 'zod'
import { bookingFilter } from '../../bookings/filter.rules.ts'
import { groupStatuses } from '../../groups/groups.contract.ts'
import { buildingId, groupId } from '../../ids.ts'
import { sortSchema } from '../../sort.rules.ts'
import { localDate } from '../../time/civil.ts'
import { reachAsked } from '../paper-people.contract.ts'

export const listFormats = ['csv', 'xlsx'] as const
export type ListFormat = (typeof listFormats)[number]

/** Which list, of what: the same choices as its screen has. */
export const listAsked = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('bookings'),
    /** Both included. */
    from: localDate,
    to: localDate,
    buildingId: buildingId.nullish(),
    filter: bookingFilter.prefault({}),
    sort: sortSchema.nullish(),
  }),
  z.strictObject({
    list: z.literal('rooms'),
    buildingId: buildingId.nullish(),
    includeArchived: z.boolean().default(false),
    sort: sortSchema.nullish(),
  }),
  z.strictObject({
    list: z.literal('buildings'),
    includeArchived: z.boolean().default(false),
    sort: sortSchema.nullish(),
  }),
  z.strictObject({
    list: z.literal('groups'),
    status: z.array(z.enum(groupStatuses)).nullish(),
    buildingId: buildingId.nullish(),
    /** What is typed over the list. */
    text: z.string().max(200).default(''),
    sort: sortSchema.nullish(),
  }),
  z.strictObject({
    list: z.literal('closures'),
    past: z.boolean().default(false),
    buildingId: buildingId.nullish(),
    sort: sortSchema.nullish(),
  }),
  z.strictObject({ list: z.literal('staff'), sort: sortSchema.nullish() }),
  z.strictObject({ list: z.literal('people'), groupId, sort: sortSchema.nullish() }),
  reachAsked.extend({ list: z.literal('reach') }),
])
/** As the screen says it; and as it is when what was left out has been filled in. */
export type ListWanted = z.input<typeof listAsked>
export type ListAsked = z.output<typeof listAsked>
export type ListName = ListAsked['list']
