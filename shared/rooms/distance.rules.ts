import { count } from '../text.ts'

/** Degrees north and east. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Where a building lies, as far as anybody knows. */
export interface Place {
  readonly id: string
  readonly point: Point | null
  readonly localityId: string | null
  readonly half: string | null
}

/** How far one building is from another. `order` puts the nearer first, and is a number for all, so that any two compare. */
export interface Distance {
  readonly km: number | null
  readonly sameLocality: boolean
  readonly order: number
}

/** Kilometres taken for where nobody has looked it up: the same locality before the same half before the rest. */
const assumedKm = { sameLocality: 4, sameHalf: 15, elsewhere: 40 }
const EARTH_KM = 6371

/** As the crow flies, by the haversine formula, to a tenth of a kilometre. */
export function kmBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const part =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return Math.round(20 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, part)))) / 10
}

/** How far `place` is from the building it is to be near; nowhere in particular is near to all. */
export function distanceFrom(near: Place | null, place: Place): Distance {
  if (near === null) return { km: null, sameLocality: false, order: 0 }
  if (near.id === place.id) return { km: 0, sameLocality: true, order: 0 }
  const km = near.point && place.point ? kmBetween(near.point, place.point) : null
  const sameLocality = near.localityId !== null && near.localityId === place.localityId
  if (km !== null) return { km, sameLocality, order: km }
  if (sameLocality) return { km, sameLocality, order: assumedKm.sameLocality }
  const sameHalf = near.half !== null && near.half === place.half
  return { km, sameLocality, order: sameHalf ? assumedKm.sameHalf : assumedKm.elsewhere }
}

const KM_IN_A_MILE = 1.609344

/** In miles, as on the road signs: `4 miles away`, `under a mile away`; null for the building itself, and where how far is of no account. */
export function distanceInWords(near: Place | null, place: Place): string | null {
  if (near === null || near.id === place.id) return null
  const { km, sameLocality } = distanceFrom(near, place)
  if (km !== null) return milesAway(km / KM_IN_A_MILE)
  return sameLocality ? null : 'how far away is not known'
}

const milesAway = (miles: number): string =>
  miles < 1 ? 'under a mile away' : `${count(Math.round(miles), 'mile')} away`
