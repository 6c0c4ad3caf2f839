import { bookingStatusLabels, purposeLabels, type Booking } from '../../bookings/bookings.contract.ts'
import { CLASSIFICATION } from '../../classification.ts'
import { count } from '../../text.ts'
import { dateColumn, numberColumn, textColumn, timeColumn, type List } from './list.ts'

const register = (done: boolean | null) => (done === null ? null : done ? 'Complete' : 'Not complete')
const names = (list: readonly string[]) => list.join(', ') || null
const things = ({ equipment }: Booking) =>
  names(equipment.map(({ name, quantity }) => (quantity === 1 ? name : count(quantity, name, name))))

/** Bookings, one line a room, as far as the person may see each. The note is in no file. */
export const bookingsList: List<Booking> = {
  title: 'Bookings',
  classification: CLASSIFICATION,
  columns: [
    dateColumn('Date', (b) => b.startsAt),
    timeColumn('Starts', (b) => b.startsAt),
    timeColumn('Ends', (b) => b.endsAt),
    textColumn('Title', 34, (b) => b.title),
    textColumn('Purpose', 16, (b) => purposeLabels[b.purpose]),
    textColumn('Status', 13, (b) => bookingStatusLabels[b.status]),
    textColumn('Room', 20, (b) => b.roomName),
    textColumn('Building', 26, (b) => b.buildingName),
    timeColumn('Held from', (b) => b.heldFrom),
    timeColumn('Held to', (b) => b.heldUntil),
    textColumn('Led by', 28, (b) => names(b.leads)),
    textColumn('Whom to ask', 28, (b) => b.contact),
    numberColumn('People', 8, (b) => b.people),
    textColumn('Layout', 18, (b) => b.layout),
    textColumn('Equipment', 24, things),
    textColumn('Register', 13, (b) => register(b.registerDone)),
    dateColumn('Kept until', (b) => b.expiresOn),
    textColumn('Cancelled because', 28, (b) => b.cancelledReason),
    textColumn('Held although closed', 28, (b) => b.overrideReason),
  ],
  sorts: {
    when: (b) => b.startsAt,
    title: (b) => b.title,
    purpose: (b) => purposeLabels[b.purpose],
    status: (b) => bookingStatusLabels[b.status],
    room: (b) => `${b.buildingName} ${b.roomName}`,
    building: (b) => b.buildingName,
    leads: (b) => names(b.leads),
  },
}
