import { expect, test } from 'vitest'
import { choiceOf, moveTo, offersOf, standing } from '../../../renderer/features/closures/use-choices.ts'
import type { DeskRow, Offer } from '../../../shared/closures/desk.contract.ts'
import { bookingId, buildingId, roomId } from '../../../shared/ids.ts'

const id = (n: number) => `01a202d5-7b4c-735d-b7a0-00000000000${n}`
const offer = (n: number, roomName: string): Offer => ({
  buildingId: buildingId.parse(id(1)),
  buildingName: 'Oadby',
  rooms: [{ roomId: roomId.parse(id(n)), roomName }],
  compromises: [],
})
const [hall, studio, loft] = [offer(2, 'Hall'), offer(3, 'Studio'), offer(4, 'Loft')]

const row = (proposal: Offer | null, ...alternatives: Offer[]): DeskRow => ({
  bookingId: bookingId.parse(id(9)),
  sessionId: null,
  groupId: null,
  title: 'Advice',
  purpose: 'partner',
  startsAt: '2026-11-30T10:00',
  endsAt: '2026-11-30T11:00',
  buildingId: buildingId.parse(id(1)),
  buildingName: 'Oadby',
  rooms: [],
  people: null,
  families: null,
  facilitators: [],
  contact: null,
  hidden: false,
  keptBecause: null,
  problem: null,
  cancelProblem: null,
  mayKeep: true,
  proposal,
  alternatives,
  version: 1,
})

test('where nobody chose, the room proposed stands, and nothing where none is free', () => {
  expect(standing(row(hall, studio), undefined).what).toBe(moveTo(hall))
  expect(standing(row(null), undefined).what).toBe('leave')
})

test('a room that was chosen stays chosen when the rooms offered come in another order', () => {
  const chosen = { what: moveTo(studio), reason: '' }
  const later = row(loft, hall, studio)
  expect(offersOf(later)[1]).toBe(hall)
  expect(choiceOf(later, standing(later, chosen))).toMatchObject({ do: 'move', roomIds: [id(3)] })
})

test('a room that was chosen and is no longer free is left to be chosen again, and no other takes its place', () => {
  const chosen = { what: moveTo(studio), reason: '' }
  const later = row(hall, loft)
  expect(standing(later, chosen)).toEqual({ what: 'leave', reason: '', lost: true })
  expect(choiceOf(later, standing(later, chosen))).toBeNull()
})
