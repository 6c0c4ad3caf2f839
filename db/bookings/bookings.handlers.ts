import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { listBetween, toBooking } from './bookings.repository.ts'
import { cancelBooking, createBooking, findRooms, moveBooking } from './bookings.service.ts'

export const bookingsHandlers = {
  listBetween: async ({ db }, input) => (await listBetween(db, input)).map(toBooking),
  findRooms: ({ db }, input) => findRooms(db, input),
  create: (context, input) => createBooking(context, input),
  move: (context, input) => moveBooking(context, input),
  cancel: (context, input) => cancelBooking(context, input),
} satisfies Handlers<AppContract, Contexts>['bookings']
