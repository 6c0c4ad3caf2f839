import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { listBetween } from './bookings.repository.ts'
import { cancelBooking, createBooking, findRooms } from './bookings.service.ts'
import { updateBookingDetails } from './change.service.ts'
import { confirmBooking, decide, getBooking, listLapsing, listRequests } from './decide.service.ts'
import { moveBooking, setRooms } from './move.service.ts'
import { seeBookings } from './seen-bookings.ts'
import { checkIn, endEarly, noShow } from './use.service.ts'
import { findWaysOn } from './ways-on.service.ts'

export const bookingsHandlers = {
  listBetween: async ({ db, actor, today }, input) =>
    seeBookings(db, { actor, today }, await listBetween(db, input)),
  get: (context, input) => getBooking(context, input),
  findRooms: ({ db }, input) => findRooms(db, input),
  waysOn: (context, input) => findWaysOn(context, input),
  create: (context, input) => createBooking(context, input),
  update: (context, input) => updateBookingDetails(context, input),
  move: (context, input) => moveBooking(context, input),
  setRooms: (context, input) => setRooms(context, input),
  confirm: (context, input) => confirmBooking(context, input),
  cancel: (context, input) => cancelBooking(context, input),
  listRequests: (context) => listRequests(context),
  listLapsing: (context) => listLapsing(context),
  decide: (context, input) => decide(context, input),
  checkIn: (context, input) => checkIn(context, input),
  endEarly: (context, input) => endEarly(context, input),
  noShow: (context, input) => noShow(context, input),
} satisfies Handlers<AppContract, Contexts>['bookings']
