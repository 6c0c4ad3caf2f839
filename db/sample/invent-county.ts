import { termId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { addDays } from '../../shared/time/civil.ts'
import { inventCalls } from './calls.ts'
import { inventClosures } from './closures.ts'
import { inventGroups } from './groups.ts'
import type { InventedCounty, Making, Row } from './invented.ts'
import { inventDuplicates } from './duplicates.ts'
import { inventOtherBookings } from './other-bookings.ts'
import { inventPeople } from './people.ts'
import { inventInDepth } from './people-in-depth.ts'
import { inventPlaces } from './places.ts'
import { seeded } from './random.ts'
import { recordSessions } from './record.ts'
import { roomDiary } from './room-diary.ts'
import { halfTermsBetween } from './school-year.ts'
import { inventStaff, inventUsers } from './staff.ts'
import { inventTraining } from './training.ts'
import { inventWalkIn } from './walk-in.ts'

/**
 * A county that never was, whole, as it would stand on `today`. The same sizes and day give the same county, but
 * for its ids.
 */
export function inventCounty(
  given: Pick<Making, 'sizes' | 'actor' | 'today' | 'newId' | 'reference'>,
): InventedCounty {
  const { sizes, today } = given
  const places = inventPlaces(given)
  const making: Making = {
    ...given,
    random: seeded(sizes.seed),
    halfTerms: halfTermsBetween(addDays(today, -7 * (sizes.weeksBack + 40)), addDays(today, 366)),
    diary: roomDiary(places.flatMap((place) => place.rooms)),
  }
  const staff = inventStaff(making)
  const users = inventUsers(making, staff).filter((user) => user.name_key !== fold(given.actor.name))
  const { families, people } = inventPeople(making)
  const inDepth = inventInDepth(making, { families, people })
  const invented = inventGroups(making, places, { people, staff, users })
  const { groups, contacts } = inventCalls(making, invented, people)
  const walkIn = inventWalkIn(making, groups)
  const recorded = recordSessions(making, walkIn.groups, [...inDepth.people, ...walkIn.people], staff)
  const otherBookings = inventOtherBookings(making, places)
  const bookings = [...groups.flatMap((group) => group.bookings), ...otherBookings]
  return {
    terms: termsOf(making),
    places,
    staff,
    training: inventTraining(making, staff),
    users,
    families,
    people: [...inDepth.people, ...walkIn.people, ...inventDuplicates(making, people)],
    groups: recorded.groups,
    record: recorded.record,
    otherBookings,
    closures: inventClosures(making, places, bookings),
    contacts,
    inDepth,
  }
}

const termsOf = ({ halfTerms, newId }: Making): Row<'term'>[] =>
  halfTerms.map(({ name, startsOn, endsOn }) => ({
    id: newId(termId),
    name,
    starts_on: startsOn,
    ends_on: endsOn,
    sample: 1,
    version: 1,
  }))
