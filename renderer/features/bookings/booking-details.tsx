import { Anchor, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { purposeLabels } from '../../../shared/bookings/bookings.contract.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { fullDate, timeRange } from '../../../shared/time/format.ts'
import classes from './bookings.module.css'

interface BookingDetailsProps {
  readonly booking: Booking
  readonly onClose: () => void
  readonly onMove: () => void
  readonly onCancel: () => void
}

/** Why a booking cannot be moved or cancelled, in words; null when it can. */
function fixedBecause({ status, registerDone }: Booking): string | null {
  if (status === 'cancelled') return 'This booking has been cancelled.'
  return registerDone === true ? 'Its register is complete. Reopen the register to move or cancel it.' : null
}

export function BookingDetails({ booking, onClose, onMove, onCancel }: BookingDetailsProps) {
  const may = useMay()
  const fixed = fixedBecause(booking)
  const canChange = may('bookings.edit') && fixed === null
  return (
    <SidePanel
      title={booking.title}
      onClose={onClose}
      footer={
        canChange && (
          <>
            <Button onClick={onMove}>Move</Button>
            <Button variant="default" onClick={onCancel}>
              Cancel the booking
            </Button>
          </>
        )
      }
    >
      <ProgrammeTag colour={booking.colour}>{purposeLabels[booking.purpose]}</ProgrammeTag>
      <dl className={classes.facts}>
        <Fact name="When">
          {fullDate(booking.startsAt)}
          <br />
          {timeRange(booking.startsAt, booking.endsAt)}
        </Fact>
        <Fact name="Where">
          {booking.roomName}, {booking.buildingName}
        </Fact>
        {booking.heldFrom !== booking.startsAt || booking.heldUntil !== booking.endsAt ? (
          <Fact name="Room held">
            {timeRange(booking.heldFrom, booking.heldUntil)}, with set-up and clear-down
          </Fact>
        ) : null}
        {booking.contact !== null && <Fact name="Whom to ask">{booking.contact}</Fact>}
        {booking.note !== null && <Fact name="Note">{booking.note}</Fact>}
        {booking.cancelledReason !== null && <Fact name="Cancelled because">{booking.cancelledReason}</Fact>}
      </dl>
      <SessionLinks booking={booking} />
      {fixed !== null && <p className={classes.quiet}>{fixed}</p>}
    </SidePanel>
  )
}

function SessionLinks({ booking }: { booking: Booking }) {
  const may = useMay()
  if (booking.sessionId === null) return null
  return (
    <p className={classes.links}>
      {may('registers.view') && <Anchor href={`#/registers/${booking.sessionId}`}>Open the register</Anchor>}
      {may('groups.view') && <Anchor href={`#/groups/${booking.groupId ?? ''}`}>See the group</Anchor>}
    </p>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
