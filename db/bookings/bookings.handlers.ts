import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { listBetween } from './bookings.repository.ts'
import { cancelBooking, createBooking, findRooms, moveBooking } from './bookings.service.ts'
import { seeBookings } from './seen-bookings.ts'

export const bookingsHandlers = {
  listBetween: async ({ db, actor, today }, input) =>
    seeBookings(db, { actor, today }, await listBetween(db, input)),
  findRooms: ({ db }, input) => findRooms(db, input),
  create: (context, input) => createBooking(context, input),
  move: (context, input) => moveBooking(context, input),
  cancel: (context, input) => cancelBooking(context, input),
} satisfies Handlers<AppContract, Contexts>['bookings']
