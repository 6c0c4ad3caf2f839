import { expect, test } from 'vitest'
import {
  leadersInWords,
  offInWords,
  plannedInWords,
  roomsInWords,
} from '../../../renderer/features/groups/group-words.ts'
import { staffId } from '../../../shared/ids.ts'

const leaders = (...names: string[]) =>
  leadersInWords(
    names.map((name, n) => ({
      staffId: staffId.parse(`01900000-0000-7000-8000-00000000000${n}`),
      name,
      stream: 'family' as const,
    })),
  )

test('those who lead are named by their first names, unless two share one', () => {
  expect(leaders()).toBe('Nobody yet')
  expect(leaders('Jo Price')).toBe('Jo')
  expect(leaders('Jo Price', 'Amir Khan')).toBe('Jo and Amir')
  expect(leaders('Jo Price', 'Amir Khan', 'Sam Lee')).toBe('Jo, Amir and Sam')
  expect(leaders('Jo Price', 'Jo Lee')).toBe('Jo Price and Jo Lee')
})

test('the rooms of a session are named with those beside it, and one that is only asked for says so', () => {
  const hall = { roomName: 'Hall', roomAskedFor: false, besideRooms: [] }
  expect(roomsInWords(hall)).toBe('Hall')
  expect(roomsInWords({ ...hall, besideRooms: ['Crèche'] })).toBe('Hall and Crèche')
  expect(roomsInWords({ ...hall, roomAskedFor: true })).toBe('Hall (asked for)')
  expect(roomsInWords({ ...hall, roomName: null })).toBeNull()
})

test('a session that is off was cancelled while it is to come, and did not run once its day is there', () => {
  expect(offInWords({ startsAt: '2026-11-24T10:00' }, '2026-11-23')).toBe('Cancelled')
  expect(offInWords({ startsAt: '2026-11-23T10:00' }, '2026-11-23')).toBe('Did not run')
})

test('what was planned says on how many dates the room is only asked for', () => {
  const sessions = (...asked: boolean[]) => asked.map((roomAskedFor) => ({ roomAskedFor }))
  const planned = (...asked: boolean[]) => plannedInWords({ name: 'Acorns', sessions: sessions(...asked) })
  expect(planned(false, false)).toBe('2 sessions of Acorns planned.')
  expect(planned(true, true)).toBe('2 sessions of Acorns planned. Rooms are asked for on all of them, and not held until somebody says yes.') // prettier-ignore
  expect(planned(true, false)).toContain('Rooms are asked for on 1 of them,')
})
