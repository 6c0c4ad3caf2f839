import { fold } from '../text.ts'
import { weekdayName } from '../time/format.ts'
import type { Locality, Room } from './buildings.contract.ts'
import { hoursInWords } from './hours.rules.ts'
import type { KnownBuilding } from './list-plan.rules.ts'
import type { BuildingFacts, RoomFacts } from './list-rows.rules.ts'

type Shown = string | number | null | undefined

/** `Phone: 0116 496 0000, was 0116 496 0001`; nothing where the list says what is known. */
function change(label: string, now: Shown, before: Shown): string[] {
  if (now === undefined || now === before) return []
  return [`${label}: ${now}, ${before === null || before === undefined || before === '' ? 'was not known' : `was ${before}`}`] // prettier-ignore
}

/** What a list changes of a building that is here, each in words. */
export function buildingChanges(
  known: KnownBuilding,
  facts: BuildingFacts,
  localities: readonly Locality[],
): string[] {
  const nameOf = (id: Locality['id'] | null | undefined) => localities.find((one) => one.id === id)?.name
  return [
    ...change('Address', facts.address, known.address),
    ...change('Phone', facts.phone, known.phone),
    ...change('Locality', nameOf(facts.localityId), nameOf(known.localityId)),
    ...change('Latitude', facts.latitude, known.latitude),
    ...change('Longitude', facts.longitude, known.longitude),
    ...hoursChanges(known, facts),
  ]
}

function hoursChanges({ week }: KnownBuilding, { days }: BuildingFacts): string[] {
  const unknown = week.every((day) => day.length === 0)
  return [...days].flatMap(([day, hours]) => {
    const before = unknown ? undefined : hoursInWords(week[day - 1] ?? [])
    return change(weekdayName(day), hoursInWords(hours), before)
  })
}

const yesNo = (value: boolean | null | undefined) =>
  value === undefined ? undefined : value === null ? null : value ? 'yes' : 'no'
const listed = (names: readonly string[] | undefined) => names?.toSorted((a, b) => a.localeCompare(b, 'en-GB')).join(', ') // prettier-ignore

/** What a list changes of a room that is here, each in words. `inside` are the rooms of its building. */
export function roomChanges(known: Room, facts: RoomFacts, inside: readonly Room[]): string[] {
  const whole = inside.find((one) => one.id === known.partOfId)?.name
  const samePart = facts.partOf === undefined || fold(facts.partOf) === fold(whole ?? '')
  return [
    ...change('Most people', facts.capacity, known.capacity),
    ...change('Least people', facts.leastPeople, known.leastPeople),
    ...change('Step-free', yesNo(facts.stepFree), yesNo(known.stepFree)),
    ...change('Floor', facts.floor, known.floor),
    ...change('Features', listed(facts.features), listed(known.features)),
    ...change('Set-up minutes', facts.setupMinutes, known.setupMinutes),
    ...change('Clear-down minutes', facts.cleardownMinutes, known.cleardownMinutes),
    ...(samePart ? [] : change('Part of', facts.partOf, whole ?? null)),
  ]
}
