/** A building that is closed as a whole, or a room of one. */
export interface ClosedPlace {
  readonly buildingId: string
  readonly buildingName: string
  readonly roomName: string | null
}

const list = new Intl.ListFormat('en-GB')
/** More than these are counted: nobody reads twenty names in a heading. */
const MOST_NAMED = 3

/** `Everywhere`, `Wigston Magna`, `Hall and Room 2, Wigston Magna`, `Oadby, Wigston Magna, Syston and 4 more`. */
export function whereInWords(everywhere: boolean, places: readonly ClosedPlace[]): string {
  if (everywhere) return 'Everywhere'
  const byBuilding = [...Map.groupBy(places, (place) => place.buildingId).values()]
  const named = byBuilding.map(ofBuilding)
  if (named.length === 1) return named[0] ?? ''
  const shown = named.length > MOST_NAMED + 1 ? named.slice(0, MOST_NAMED) : named
  const more = named.length - shown.length
  return list.format(more > 0 ? [...shown, `${more} more`] : shown)
}

function ofBuilding(places: readonly ClosedPlace[]): string {
  const [first] = places
  if (first === undefined) return ''
  const rooms = places.flatMap((place) => place.roomName ?? [])
  if (rooms.length === 0) return first.buildingName
  const shown = rooms.length > MOST_NAMED ? [`${rooms.length} rooms`] : rooms
  return `${list.format(shown)}, ${first.buildingName}`
}
