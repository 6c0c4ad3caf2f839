import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import type { Output } from '../../api/client.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { purposeLabels, type Booking } from '../../../shared/bookings/bookings.contract.ts'
import { fixedBecause, statusInWords } from '../../../shared/bookings/status.rules.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { RoomPaperMenu } from '../paper/room-paper-menu.tsx'
import { OfSeries } from '../series/of-series.tsx'
import { BookingFacts, SessionLinks } from './booking-facts.tsx'
import classes from './bookings.module.css'
import { InItsWay } from './in-its-way.tsx'
import { OnTheDay } from './on-the-day.tsx'
import { roomIdsAfter } from './use-move.ts'
import { useStanding } from './use-standing.ts'
import { WaysOn } from './ways-on.tsx'

/** What can be done with a booking beside being seen. */
export type Doing = 'move' | 'change' | 'rooms' | 'cancel' | 'refuse' | 'end'

interface BookingDetailsProps {
  readonly booking: Booking
  readonly onClose: () => void
  readonly onDo: (doing: Doing, asksAgain: boolean) => void
}

type Detail = Output<'bookings', 'get'>

/** One booking, all of it, beside the calendar. */
export function BookingDetails({ booking: known, onClose, onDo }: BookingDetailsProps) {
  const detail = useQuery(ask('bookings', 'get', { id: known.id })).data
  const booking = detail?.booking ?? known
  const may = useMay()('bookings.edit')
  const standing = useStanding(booking)
  const fixed = may ? fixedBecause(booking) : null
  const words = statusInWords(booking)
  const open = may && fixed === null
  return (
    <SidePanel
      title={booking.title}
      onClose={onClose}
      toRead
      footer={
        (open || (may && detail?.mayDecide === true)) && (
          <Actions booking={booking} detail={detail} open={open} standing={standing} onDo={onDo} />
        )
      }
    >
      <ErrorSummary errors={problemsOf(standing.error, () => '')} />
      <ProgrammeTag colour={booking.colour}>{purposeLabels[booking.purpose]}</ProgrammeTag>
      {words !== null && <p className={classes.status}>{words}</p>}
      <BookingFacts booking={booking} bookedBy={detail?.bookedBy} />
      {detail !== undefined && <InItsWay obstacles={detail.obstacles} overlaps={detail.overlaps} />}
      {open && detail !== undefined && <OnFromHere detail={detail} standing={standing} />}
      {open && <OnTheDay booking={booking} />}
      <SessionLinks booking={booking} />
      <OfSeries booking={booking} onEnd={() => onDo('end', false)} />
      <div className={classes.print}>
        <RoomPaperMenu
          roomId={booking.roomId}
          buildingId={booking.buildingId}
          date={dateOf(booking.startsAt)}
        />
      </div>
      {fixed !== null && <p className={classes.quiet}>{fixed}</p>}
    </SidePanel>
  )
}

type Standing = ReturnType<typeof useStanding>

/** Ways on for what is not certain yet and cannot become so as it is. */
function OnFromHere({ detail: { booking, obstacles }, standing }: { detail: Detail; standing: Standing }) {
  const undecided = booking.status === 'tentative' || booking.status === 'requested'
  const { startsAt, endsAt, people, id } = booking
  return (
    <WaysOn
      stuck={undecided && obstacles.length > 0}
      question={{ roomIds: roomIdsAfter(booking, booking.roomId), startsAt, endsAt, people, except: id }}
      onUse={standing.follow}
      onInsist={standing.makeCertain}
    />
  )
}

interface ActionsProps {
  readonly booking: Booking
  readonly detail: Detail | undefined
  /** Whether it is this person's to change. */
  readonly open: boolean
  readonly standing: Standing
  readonly onDo: BookingDetailsProps['onDo']
}

/** The one next step first: yes or no to what was asked for, certain for what is pencilled in, else Move. */
function Actions({ booking, detail, open, standing, onDo }: ActionsProps) {
  const asksAgain = detail?.asksAgain ?? false
  const decides = detail?.mayDecide ?? false
  const certain = decides || (open && booking.status === 'tentative')
  const act = (doing: Doing) => () => onDo(doing, asksAgain)
  return (
    <div className={classes.actions}>
      {certain && (
        <Button
          onClick={(event) => {
            standing.from(event)
            standing.makeCertain()
          }}
          loading={standing.pending}
        >
          {decides ? 'Say yes' : 'Confirm'}
        </Button>
      )}
      {decides && (
        <Button variant="default" onClick={act('refuse')}>
          Say no
        </Button>
      )}
      {open && (
        <>
          <Button variant={certain ? 'default' : 'filled'} onClick={act('move')}>
            Move
          </Button>
          <Button variant="default" onClick={act('change')}>
            Change
          </Button>
          <Button variant="default" onClick={act('rooms')}>
            Rooms
          </Button>
          <Button variant="default" onClick={act('cancel')}>
            Cancel the booking
          </Button>
        </>
      )}
    </div>
  )
}
