import { describe, expect, test } from 'vitest'
import {
  coDeliveryWarning,
  groupStatus,
  missingStreams,
  seatsWarning,
  suggestName,
} from '../../../shared/groups/group.rules.ts'

describe('the status of a group', () => {
  const times = {
    cancelled: false,
    pausedOn: null,
    firstStart: '2026-11-03T10:00',
    lastEnd: '2026-12-01T12:00',
  }

  test('is planned until its first session begins, then running until its last one ends', () => {
    expect(groupStatus(times, '2026-11-03T09:59')).toBe('planned')
    expect(groupStatus(times, '2026-11-03T10:00')).toBe('running')
    expect(groupStatus(times, '2026-12-01T11:59')).toBe('running')
    expect(groupStatus(times, '2026-12-01T12:00')).toBe('finished')
  })

  test('is planned without sessions, and cancelled whenever it was cancelled', () => {
    const none = { ...times, firstStart: null, lastEnd: null }
    expect(groupStatus(none, '2026-12-01T12:00')).toBe('planned')
    expect(groupStatus({ ...times, cancelled: true }, '2026-11-10T12:00')).toBe('cancelled')
  })

  test('is paused from its day on, and not the evening before', () => {
    const paused = { ...times, pausedOn: '2026-11-10' }
    expect(groupStatus(paused, '2026-11-09T23:59')).toBe('running')
    expect(groupStatus(paused, '2026-11-10T00:00')).toBe('paused')
    expect(groupStatus(paused, '2027-01-10T12:00')).toBe('paused')
    expect(groupStatus({ ...paused, cancelled: true }, '2026-11-10T12:00')).toBe('cancelled')
  })
})

describe('who leads', () => {
  test('a co-delivered programme with one of each is as it should be', () => {
    expect(missingStreams(true, ['family', 'youth-justice'])).toEqual([])
    expect(coDeliveryWarning(true, ['youth-justice', 'volunteer', 'family'])).toBeNull()
  })

  test('two from one side, and none at all, are warned of in words', () => {
    expect(coDeliveryWarning(true, ['family', 'family'])).toContain(
      'does not have a youth and justice worker yet',
    )
    expect(coDeliveryWarning(true, [])).toContain('a family worker and a youth and justice worker yet')
    expect(missingStreams(true, ['volunteer', 'central', 'partner'])).toEqual(['family', 'youth-justice'])
  })

  test('other programmes may be led by anybody', () => {
    expect(coDeliveryWarning(false, [])).toBeNull()
  })
})

describe('seats', () => {
  test('as many seats as places is enough, and one fewer is not', () => {
    expect(seatsWarning({ name: 'Hall', capacity: 12, leastPeople: null }, 12, 'person')).toBeNull()
    expect(seatsWarning({ name: 'Hall', capacity: 11, leastPeople: null }, 12, 'person')).toBe(
      'Hall seats 11, and the group has places for 12 people.',
    )
    expect(seatsWarning({ name: 'Hall', capacity: 11, leastPeople: null }, 12, 'family')).toContain(
      '12 families',
    )
  })

  test('nothing is said when nobody knows', () => {
    expect(seatsWarning({ name: 'Hall', capacity: null, leastPeople: null }, 12, 'person')).toBeNull()
    expect(seatsWarning({ name: 'Hall', capacity: 4, leastPeople: null }, null, 'person')).toBeNull()
    const hall = { name: 'Hall', capacity: 60, leastPeople: 20 }
    expect(seatsWarning(hall, 20, 'person')).toBeNull()
    expect(seatsWarning(hall, 19, 'person')).toContain('meant for 20 people or more')
    expect(seatsWarning(hall, 19, 'family')).toBeNull()
  })
})

test('a name is suggested from the programme, the building and the season', () => {
  expect(suggestName('Bounce Back', 'Wigston Magna', '2026-09-01')).toBe(
    'Bounce Back, Wigston Magna, autumn 2026',
  )
  expect(suggestName('Bounce Back', null, '2027-01-05')).toBe('Bounce Back, spring 2027')
  expect(suggestName('Bounce Back', null, '2026-04-20')).toBe('Bounce Back, summer 2026')
  expect(suggestName('B'.repeat(200), null, '2026-04-20')).toHaveLength(120)
})
