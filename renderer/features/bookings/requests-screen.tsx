import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { whereAndWhen } from '../../../shared/bookings/status.rules.ts'
import { count } from '../../../shared/text.ts'
import { fullDate } from '../../../shared/time/format.ts'
import classes from './bookings.module.css'
import { InItsWay } from './in-its-way.tsx'
import { useBookingPanel } from './use-booking-panel.tsx'
import { useStanding } from './use-standing.ts'

type Request = Output<'bookings', 'listRequests'>[number]

/** What was asked for and waits for a yes or no, each beside what competes with it; and what is pencilled in and about to lapse. */
export function RequestsScreen() {
  const requests = useQuery(ask('bookings', 'listRequests', {}))
  const lapsing = useQuery(ask('bookings', 'listLapsing', {}))
  const all = [...(requests.data ?? []).map((one) => one.booking), ...(lapsing.data ?? [])]
  const { side, open } = useBookingPanel(all)
  const asked = requests.data?.length ?? 0
  return (
    <Page
      title="Bookings to decide"
      sentence={`${asked === 0 ? 'Nothing is asked for' : `${count(asked, 'booking')} asked for`} · ${lapsing.data?.length ? count(lapsing.data.length, 'booking') : 'nothing'} about to lapse`}
      side={side}
    >
      <Answer query={requests}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState action={<a href="#/rooms">Go to the rooms</a>}>
              Nobody waits for an answer. What is asked for in your buildings stands here until it is decided.
            </EmptyState>
          ) : (
            <ul className={classes.requests}>
              {list.map((request) => (
                <RequestCard key={request.booking.id} request={request} onOpen={open} />
              ))}
            </ul>
          )
        }
      </Answer>
      {(lapsing.data ?? []).length > 0 && <Lapsing bookings={lapsing.data ?? []} onOpen={open} />}
    </Page>
  )
}

/** On the left what is asked for, on the right what else wants the room. */
function RequestCard({ request, onOpen }: { request: Request; onOpen: (booking: Booking) => void }) {
  const { booking, askedBy, obstacles, overlaps } = request
  const { makeCertain, pending, error } = useStanding(booking)
  return (
    <li className={classes.request}>
      <div>
        <h2>{booking.title}</h2>
        <p>{whereAndWhen(booking)}</p>
        <p className={classes.quiet}>
          {booking.buildingName}
          {booking.people === null ? '' : ` · ${count(booking.people, 'person', 'people')}`}
          {askedBy === null ? '' : ` · asked for by ${askedBy}`}
        </p>
        {error !== null && (
          <p role="alert" className={classes.warning}>
            {failureText(error)}
          </p>
        )}
        <div className={classes.actions}>
          <Button onClick={() => makeCertain()} loading={pending}>
            Say yes<span className="sr-only"> to {booking.title}</span>
          </Button>
          <Button variant="default" onClick={() => onOpen(booking)}>
            See it or say no<span className="sr-only"> to {booking.title}</span>
          </Button>
        </div>
      </div>
      <div>
        {obstacles.length + overlaps.length === 0 ? (
          <p className={classes.quiet}>The room is free then, and nobody else has asked for it.</p>
        ) : (
          <InItsWay obstacles={obstacles} overlaps={overlaps} />
        )}
      </div>
    </li>
  )
}

function Lapsing({ bookings, onOpen }: { bookings: readonly Booking[]; onOpen: (booking: Booking) => void }) {
  return (
    <section aria-labelledby="lapsing">
      <h2 id="lapsing" className={classes.heading}>
        Pencilled in, about to lapse
      </h2>
      <ul className={classes.lapsing}>
        {bookings.map((booking) => (
          <li key={booking.id}>
            <Button variant="subtle" onClick={() => onOpen(booking)}>
              {booking.title}
            </Button>
            <span>{whereAndWhen(booking)}</span>
            {booking.expiresOn !== null && (
              <span className={classes.quiet}>lapses after {fullDate(booking.expiresOn)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
