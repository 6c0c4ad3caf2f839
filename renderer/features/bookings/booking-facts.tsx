import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import type { Output } from '../../api/client.ts'
import { roomsOfBooking } from '../../../shared/bookings/status.rules.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { count } from '../../../shared/text.ts'
import { clockTime, fullDate, timeRange } from '../../../shared/time/format.ts'
import classes from './bookings.module.css'

interface BookingFactsProps {
  readonly booking: Booking
  /** Left out while it is read. */
  readonly bookedBy?: Output<'bookings', 'get'>['bookedBy'] | undefined
}

/** All that a person may know of a booking, the most asked-for first. */
export function BookingFacts({ booking, bookedBy = null }: BookingFactsProps) {
  const { equipment, leads } = booking
  return (
    <dl className={classes.facts}>
      <Fact name="When">
        {fullDate(booking.startsAt)}
        <br />
        {timeRange(booking.startsAt, booking.endsAt)}
        {booking.endedAt !== null && `, ended at ${clockTime(booking.endedAt)}`}
      </Fact>
      <Fact name="Where">
        {roomsOfBooking(booking)}, {booking.buildingName}
      </Fact>
      {isHeldLonger(booking) && (
        <Fact name={booking.status === 'confirmed' ? 'Room held' : 'With set-up and clear-down'}>
          {timeRange(booking.heldFrom, booking.heldUntil)}
          {booking.status === 'confirmed' && ', with set-up and clear-down'}
        </Fact>
      )}
      {leads.length > 0 && <Fact name="Led by">{leads.join(', ')}</Fact>}
      {booking.people !== null && <Fact name="Expected">{count(booking.people, 'person', 'people')}</Fact>}
      {booking.checkedInAt !== null && <Fact name="Checked in">at {clockTime(booking.checkedInAt)}</Fact>}
      {booking.layout !== null && <Fact name="Layout">{booking.layout}</Fact>}
      {equipment.length > 0 && (
        <Fact name="Equipment">{equipment.map((one) => `${one.name}: ${one.quantity}`).join(', ')}</Fact>
      )}
      {booking.contact !== null && <Fact name="Whom to ask">{booking.contact}</Fact>}
      {bookedBy !== null && <Fact name="Booked by">{bookedBy}</Fact>}
      {booking.private && !booking.hidden && booking.sessionId === null && (
        <Fact name="Private">Others see only that the room is taken.</Fact>
      )}
      {booking.overrideReason !== null && (
        <Fact name="Booked although closed, because">{booking.overrideReason}</Fact>
      )}
      {booking.note !== null && <Fact name="Note, never printed or exported">{booking.note}</Fact>}
    </dl>
  )
}

const isHeldLonger = (booking: Booking) =>
  booking.heldFrom !== booking.startsAt || booking.heldUntil !== (booking.endedAt ?? booking.endsAt)

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** From a session's booking to its register and its group. */
export function SessionLinks({ booking }: { booking: Booking }) {
  const may = useMay()
  if (booking.sessionId === null) return null
  return (
    <p className={classes.links}>
      {may('registers.view') && <Anchor href={`#/registers/${booking.sessionId}`}>Open the register</Anchor>}
      {may('groups.view') && booking.groupId !== null && (
        <Anchor href={`#/groups/${booking.groupId}`}>See the group</Anchor>
      )}
    </p>
  )
}
