import { whereAndWhen } from '../../shared/bookings/status.rules.ts'
import { count } from '../../shared/text.ts'
import { fullDate } from '../../shared/time/format.ts'
import type { Today } from '../../shared/today/today.contract.ts'
import type { QueryContext } from '../context.ts'

type Need = Today['needs'][number]

/** Bookings that were asked for and wait for this person, and those of theirs that lapse unless they are made certain. */
export async function bookingNeeds({ ask }: QueryContext): Promise<Need[]> {
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
  ] // prettier-ignore
}
