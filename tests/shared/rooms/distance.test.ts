import { describe, expect, test } from 'vitest'
import { distanceFrom, distanceInWords, kmBetween, type Place } from '../../../shared/rooms/distance.rules.ts'

const leicester = { latitude: 52.6369, longitude: -1.1398 }
const loughborough = { latitude: 52.7721, longitude: -1.2062 }

const place = (id: string, change: Partial<Place> = {}): Place => ({
  id,
  point: null,
  localityId: null,
  half: null,
  ...change,
})
const near = place('near', { localityId: 'oadby', half: 'east' })

describe('how far a building is', () => {
  test('is measured over the ground where both are known: Leicester to Loughborough is 15.7 km', () => {
    expect(kmBetween(leicester, loughborough)).toBe(15.7)
    expect(kmBetween(leicester, leicester)).toBe(0)
  })

  test('is otherwise the same locality, then the same half, then the rest, and itself before all', () => {
    const order = [
      near,
      place('locality', { localityId: 'oadby', half: 'east' }),
      place('half', { localityId: 'melton', half: 'east' }),
      place('other', { localityId: 'coalville', half: 'west' }),
    ].map((one) => distanceFrom(near, one).order)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order).size).toBe(4)
  })

  test('matters to nobody who asks for no building', () => {
    expect(distanceFrom(null, place('any', { point: leicester }))).toEqual({ km: null, sameLocality: false, order: 0 }) // prettier-ignore
    expect(distanceInWords(null, near)).toBeNull()
  })

  test('is said in whole miles, as on the road signs, and as not known where it is not', () => {
    const from = place('near', { point: leicester })
    expect(distanceInWords(from, place('far', { point: loughborough }))).toBe('10 miles away')
    expect(distanceInWords(from, place('next', { point: { ...leicester, latitude: 52.641 } }))).toBe('under a mile away') // prettier-ignore
    expect(distanceInWords(from, place('village', { point: { ...leicester, latitude: leicester.latitude + 0.015 } }))).toBe('1 mile away') // prettier-ignore
    expect(distanceInWords(from, place('somewhere'))).toBe('how far away is not known')
    expect(distanceInWords(from, from)).toBeNull()
  })
})
