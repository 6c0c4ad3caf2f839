import { auditContract } from './audit/audit.contract.ts'
import { bookingsContract } from './bookings/bookings.contract.ts'
import { buildingsContract } from './buildings/buildings.contract.ts'
import { callsContract } from './calls/calls.contract.ts'
import { closuresContract } from './closures/closures.contract.ts'
import { contactsContract } from './contacts/contacts.contract.ts'
import { countyContract } from './county/county.contract.ts'
import { enrolmentsContract } from './enrolments/enrolments.contract.ts'
import { exportsContract } from './exports/exports.contract.ts'
import { groupsContract } from './groups/groups.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { outcomesContract } from './outcomes/outcomes.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { programmesContract } from './programmes/programmes.contract.ts'
import { registersContract } from './registers/registers.contract.ts'
import { reportsContract } from './reports/reports.contract.ts'
import { roomsContract } from './rooms/rooms.contract.ts'
import { searchContract } from './search/search.contract.ts'
import { seriesContract } from './series/series.contract.ts'
import { settingsContract } from './settings/settings.contract.ts'
import { staffContract } from './staff/staff.contract.ts'
import { todayContract } from './today/today.contract.ts'
import { usageContract } from './usage/usage.contract.ts'
import { usersContract } from './users/users.contract.ts'
import { viewsContract } from './views/views.contract.ts'

/** Everything the program can do. The window and the command line reach data in no other way. */
export const contract = {
  /** The file itself: whether there is one, and making it. */
  county: countyContract,
  /** Who can sign in, as what. */
  users: usersContract,
  /** The people who work here and their streams. */
  staff: staffContract,
  /** Localities, buildings and rooms. */
  buildings: buildingsContract,
  /** Rooms held for a time. */
  bookings: bookingsContract,
  /** Times when places cannot be used, and the bookings that they hit. */
  closures: closuresContract,
  /** A room for a whole run of dates. */
  rooms: roomsContract,
  /** Runs of dates by a rule. */
  series: seriesContract,
  /** The catalogue. */
  programmes: programmesContract,
  /** Runs of a programme and their sessions. */
  groups: groupsContract,
  /** People and families. */
  people: peopleContract,
  /** A person's dated history with a group. */
  enrolments: enrolmentsContract,
  /** Every try to reach somebody. */
  contacts: contactsContract,
  /** Lists read in. */
  imports: importsContract,
  /** Who came. */
  registers: registersContract,
  /** Measures, goals and readings. */
  outcomes: outcomesContract,
  /** Figures with their definitions. */
  reports: reportsContract,
  /** How well buildings are used. */
  usage: usageContract,
  /** Files made. */
  exports: exportsContract,
  /** Ways of looking at bookings that a person keeps. */
  views: viewsContract,
  /** Who needs a call, and from when on. */
  calls: callsContract,
  /** The first screen. */
  today: todayContract,
  /** Find anything. */
  search: searchContract,
  /** Term dates, bank holidays and names. */
  settings: settingsContract,
  /** What was done, and undoing it. */
  audit: auditContract,
} as const
export type AppContract = typeof contract
