import { Button } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useBackToHeading } from '../../ui/use-back-to-heading.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { checkInProblem, endEarlyProblem, noShowProblem } from '../../../shared/bookings/use.rules.ts'
import classes from './bookings.module.css'
import { useLocalNow } from './use-local-now.ts'

/** What is said of a booking while it is on: somebody is here, the room is given back, nobody came. */
export function OnTheDay({ booking }: { booking: Booking }) {
  const now = useLocalNow()
  const { id, version, title, roomName } = booking
  const { from, back } = useBackToHeading()
  const shared = { undo: true, onDone: back } as const
  const checkIn = useCommand('bookings', 'checkIn', { done: `Checked in: ${title}`, ...shared })
  const endEarly = useCommand('bookings', 'endEarly', { done: `Given back: ${roomName}`, ...shared })
  const noShow = useCommand('bookings', 'noShow', { done: `Nobody came to ${title}. ${roomName} is free.`, ...shared }) // prettier-ignore
  const which = { id, version }
  const ways = [
    { words: 'Check in', run: checkIn, problem: checkInProblem(booking, now) },
    { words: 'Give the room back now', run: endEarly, problem: endEarlyProblem(booking, now) },
    { words: 'Nobody came', run: noShow, problem: noShowProblem({ ...booking, session: booking.sessionId !== null }, now) }, // prettier-ignore
  ].filter((one) => one.problem === null)
  if (ways.length === 0) return null
  return (
    <div className={classes.day}>
      {ways.map(({ words, run }) => (
        <Button
          key={words}
          variant="default"
          size="compact-md"
          loading={run.isPending}
          onClick={(event) => {
            from(event)
            run.mutate(which)
          }}
        >
          {words}
        </Button>
      ))}
    </div>
  )
}
