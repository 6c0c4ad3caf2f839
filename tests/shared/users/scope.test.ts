import { describe, expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import { buildingId, staffId, userId } from '../../../shared/ids.ts'
import { roles, type Role } from '../../../shared/permissions.ts'
import {
  mayBookAt,
  mayChange,
  mayCloseAt,
  mayCloseEverywhere,
  mayRunGroup,
  type Held,
  type Who,
} from '../../../shared/users/scope.rules.ts'

const newId = newIdAt(new Date('2026-11-23T09:00:00Z'))
const [wigston, oadby] = [newId(buildingId), newId(buildingId)]
const [jo, amir] = [newId(staffId), newId(staffId)]
const [me, somebody] = [newId(userId), newId(userId)]

const who = (role: Role, more: Partial<Who> = {}): Who => ({
  id: me,
  role,
  staffId: null,
  buildingIds: [],
  half: null,
  ...more,
})
const here = { buildingId: wigston, half: 'east' } as const
const elsewhere = { buildingId: oadby, half: 'west' } as const
const held = (more: Partial<Held> = {}): Held => ({ ...here, bookedBy: somebody, leaderIds: [], ...more })

describe('booking a room outright', () => {
  test('is for an assistant in their own buildings, or in every one when none was chosen', () => {
    expect(mayBookAt(who('assistant', { buildingIds: [wigston] }), here)).toBe(true)
    expect(mayBookAt(who('assistant', { buildingIds: [wigston] }), elsewhere)).toBe(false)
    expect(mayBookAt(who('assistant'), elsewhere)).toBe(true)
  })

  test('is for a facilities officer in their own half, and where nobody knows the half', () => {
    const officer = who('facilities', { half: 'east' })
    expect(mayBookAt(officer, here)).toBe(true)
    expect(mayBookAt(officer, elsewhere)).toBe(false)
    expect(mayBookAt(officer, { ...elsewhere, half: null })).toBe(true)
    expect(mayBookAt(who('facilities'), elsewhere)).toBe(true)
  })

  test('is for managers and administrators everywhere, and for facilitators nowhere: they ask', () => {
    const everywhere = roles.filter((role) =>
      mayBookAt(who(role, { buildingIds: [oadby], half: 'west' }), here),
    )
    expect(everywhere).toEqual(['manager', 'administrator'])
    expect(mayBookAt(who('facilitator', { buildingIds: [wigston] }), here)).toBe(false)
  })
})

describe('changing a booking', () => {
  test('is for who looks after the building, who leads its group, and who made it', () => {
    const facilitator = who('facilitator', { staffId: jo })
    expect(mayChange(facilitator, held())).toBe(false)
    expect(mayChange(facilitator, held({ leaderIds: [amir] }))).toBe(false)
    expect(mayChange(facilitator, held({ leaderIds: [amir, jo] }))).toBe(true)
    expect(mayChange(facilitator, held({ bookedBy: me }))).toBe(true)
    expect(mayChange(who('assistant', { buildingIds: [wigston] }), held())).toBe(true)
    expect(mayChange(who('assistant', { buildingIds: [oadby] }), held())).toBe(false)
  })

  test('is not for somebody who is no member of staff because a booking is made by nobody, or led by nobody', () => {
    expect(mayChange(who('facilitator'), held({ bookedBy: null }))).toBe(false)
  })
})

describe('closing a place', () => {
  test('is for facilities officers in their half, and managers', () => {
    const east = who('facilities', { half: 'east' })
    expect([mayCloseAt(east, here), mayCloseAt(east, elsewhere)]).toEqual([true, false])
    expect(roles.filter((role) => mayCloseAt(who(role), here))).toEqual([
      'facilities',
      'manager',
      'administrator',
    ])
  })

  test('everywhere at once is not for an officer of one half', () => {
    expect(mayCloseEverywhere(who('facilities', { half: 'east' }))).toBe(false)
    expect(roles.filter((role) => mayCloseEverywhere(who(role)))).toEqual([
      'facilities',
      'manager',
      'administrator',
    ])
  })
})

test('a group is for its own facilitators and managers to change', () => {
  expect(mayRunGroup(who('facilitator', { staffId: jo }), [jo])).toBe(true)
  expect(mayRunGroup(who('facilitator', { staffId: jo }), [amir])).toBe(false)
  expect(mayRunGroup(who('facilitator'), [])).toBe(false)
  expect(mayRunGroup(who('assistant', { staffId: jo }), [jo])).toBe(false)
  expect(mayRunGroup(who('manager'), [])).toBe(true)
})
