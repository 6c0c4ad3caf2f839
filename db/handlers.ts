import type { AppContract } from '../shared/contract.ts'
import type { Handlers } from '../shared/operation.ts'
import { auditHandlers } from './audit/audit.handlers.ts'
import { bookingsHandlers } from './bookings/bookings.handlers.ts'
import { buildingsHandlers } from './buildings/buildings.handlers.ts'
import { callsHandlers } from './calls/calls.handlers.ts'
import { closuresHandlers } from './closures/closures.handlers.ts'
import { contactsHandlers } from './contacts/contacts.handlers.ts'
import { countyHandlers } from './county/county.handlers.ts'
import { enrolmentsHandlers } from './enrolments/enrolments.handlers.ts'
import { exportsHandlers } from './exports/exports.handlers.ts'
import { groupsHandlers } from './groups/groups.handlers.ts'
import { importsHandlers } from './imports/imports.handlers.ts'
import { outcomesHandlers } from './outcomes/outcomes.handlers.ts'
import { peopleHandlers } from './people/people.handlers.ts'
import { programmesHandlers } from './programmes/programmes.handlers.ts'
import { registersHandlers } from './registers/registers.handlers.ts'
import { reportsHandlers } from './reports/reports.handlers.ts'
import { roomsHandlers } from './rooms/rooms.handlers.ts'
import { searchHandlers } from './search/search.handlers.ts'
import { seriesHandlers } from './series/series.handlers.ts'
import { settingsHandlers } from './settings/settings.handlers.ts'
import { staffHandlers } from './staff/staff.handlers.ts'
import { todayHandlers } from './today/today.handlers.ts'
import { usageHandlers } from './usage/usage.handlers.ts'
import { usersHandlers } from './users/users.handlers.ts'
import { viewsHandlers } from './views/views.handlers.ts'
import type { Contexts } from './context.ts'

/** One function for each operation of the contract, none over: a missing one does not compile. */
export const handlers = {
  audit: auditHandlers,
  bookings: bookingsHandlers,
  buildings: buildingsHandlers,
  calls: callsHandlers,
  closures: closuresHandlers,
  contacts: contactsHandlers,
  county: countyHandlers,
  enrolments: enrolmentsHandlers,
  usage: usageHandlers,
  exports: exportsHandlers,
  groups: groupsHandlers,
  imports: importsHandlers,
  outcomes: outcomesHandlers,
  people: peopleHandlers,
  programmes: programmesHandlers,
  registers: registersHandlers,
  reports: reportsHandlers,
  rooms: roomsHandlers,
  search: searchHandlers,
  series: seriesHandlers,
  settings: settingsHandlers,
  staff: staffHandlers,
  today: todayHandlers,
  users: usersHandlers,
  views: viewsHandlers,
} satisfies Handlers<AppContract, Contexts>
