import { whereAndWhen } from '../../shared/bookings/status.rules.ts'
import { count } from '../../shared/text.ts'
import { fullDate } from '../../shared/time/format.ts'
import type { Today } from '../../shared/today/today.contract.ts'
import { listRefused } from '../bookings/bookings.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import type { QueryContext } from '../context.ts'

type Need = Today['needs'][number]

/**
 * Bookings that were asked for and wait for this person, those of theirs that lapse unless they are made certain, and
 * those that they asked for and were not given.
 */
export async function bookingNeeds(context: QueryContext): Promise<Need[]> {
  const { ask } = context
  const requests = (await ask.bookings.listRequests({})).map((one) => one.booking)
  const lapsing = await ask.bookings.listLapsing({})
  const [first] = requests
  const [next] = lapsing
  const to = '/rooms/requests'
  return [
    ...(first
      ? [{ kind: 'bookings-to-decide' as const, title: `${count(requests.length, 'booking')} to decide`, detail: `The next is ${first.title}: ${whereAndWhen(first)}.`, action: 'Say yes or no', to }]
      : []),
    ...(next
      ? [{ kind: 'bookings-lapsing' as const, title: `${count(lapsing.length, 'booking')} pencilled in and about to lapse`, detail: `The next is ${next.title}, ${whereAndWhen(next)}, which lapses after ${fullDate(next.expiresOn ?? next.startsAt)}.`, action: 'Confirm or let go', to }]
      : []),
    ...(await refused(context)),
  ] // prettier-ignore
}

/** More of them than this are not told one by one. */
const MOST_TOLD = 3

/** Who asked has to be told no, and why, while there is time to look for another room. */
async function refused({ db, actor, today, localNow }: QueryContext): Promise<Need[]> {
  const rows = await listRefused(db, actor.id, localNow)
  return (await seeBookings(db, { actor, today }, rows.slice(0, MOST_TOLD))).map((one) => ({
    kind: 'bookings-refused',
    title: `${one.title} was not agreed`,
    detail: `${whereAndWhen(one)}. ${one.cancelledReason ?? ''}`,
    action: 'Find another room',
    to: '/rooms',
  }))
}
