import { describe, expect, test } from 'vitest'
import { keptUntil, privateUnlessSaid, takesOutright } from '../../../shared/bookings/outright.rules.ts'
import { purposes } from '../../../shared/bookings/bookings.contract.ts'
import { buildingId, userId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/permissions.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const own = buildingId.parse(id(1))
const other = buildingId.parse(id(2))
const who = (role: Role, half: 'east' | 'west' | null = null) => ({
  id: userId.parse(id(3)),
  role,
  staffId: null,
  buildingIds: role === 'assistant' ? [own] : [],
  half,
})
const room = (building = own, needsApproval = false) => ({
  buildingId: building,
  half: 'east' as const,
  needsApproval,
})

describe('a room is taken outright', () => {
  test.each([
    ['an assistant in own buildings', who('assistant'), room(), false, true],
    ['an assistant there, also where others ask', who('assistant'), room(own, true), false, true],
    ['an assistant elsewhere', who('assistant'), room(other), false, false],
    ['a facilitator', who('facilitator'), room(), false, false],
    ['the facilitator of the group whose session it is', who('facilitator'), room(), true, true],
    [
      'that facilitator in a room that is somebody’s to approve',
      who('facilitator'),
      room(own, true),
      true,
      false,
    ],
    ['a facilities officer in own half', who('facilities', 'east'), room(), false, true],
    ['a facilities officer in the other half', who('facilities', 'west'), room(), false, false],
    ['a manager anywhere', who('manager'), room(other, true), false, true],
  ] as const)('by %s', (_who, person, asked, leads, outright) => {
    expect(takesOutright(person, asked, leads)).toBe(outright)
  })
})

test('something in pencil is kept for two weeks, no longer than its day, and at least today', () => {
  expect(keptUntil('2026-11-23', '2026-12-07', '2026-12-08')).toBe('2026-12-07')
  expect(keptUntil('2026-11-23', '2026-12-07', '2026-12-07')).toBe('2026-12-07')
  expect(keptUntil('2026-11-23', '2026-12-07', '2026-12-06')).toBe('2026-12-06')
  expect(keptUntil('2026-11-23', '2026-12-07', '2026-11-20')).toBe('2026-11-23')
})

test('only what is about a family is private by itself', () => {
  expect(purposes.filter(privateUnlessSaid)).toEqual(['one-to-one', 'contact'])
})
