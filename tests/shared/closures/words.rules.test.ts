import { describe, expect, test } from 'vitest'
import { problemsMessage, whatToSay } from '../../../shared/closures/choices.rules.ts'
import { whereInWords } from '../../../shared/closures/places.rules.ts'

const building = (buildingName: string) => ({ buildingId: buildingName, buildingName, roomName: null })
const room = (roomName: string, buildingName = 'Wigston Magna') => ({ ...building(buildingName), roomName })

describe('where a closure is, in words', () => {
  test.each([
    ['Everywhere', true, []],
    ['Wigston Magna', false, [building('Wigston Magna')]],
    ['Hall, Wigston Magna', false, [room('Hall')]],
    ['Hall and Room 2, Wigston Magna', false, [room('Hall'), room('Room 2')]],
    ['4 rooms, Wigston Magna', false, ['A', 'B', 'C', 'D'].map((name) => room(name))],
    ['Oadby and Syston', false, [building('Oadby'), building('Syston')]],
    ['A, B, C and D', false, ['A', 'B', 'C', 'D'].map(building)],
    ['A, B, C and 2 more', false, ['A', 'B', 'C', 'D', 'E'].map(building)],
  ] as const)('%s', (words, everywhere, places) => {
    expect(whereInWords(everywhere, places)).toBe(words)
  })
})

describe('what is told on the phone', () => {
  const outcome = {
    startsAt: '2026-11-24T10:00',
    endsAt: '2026-11-24T12:00',
    roomName: 'Room 2',
    buildingName: 'Oadby',
  }
  test.each([
    ['move', 'Runs on Tue 24 Nov, 10am to midday, in another room: Room 2, Oadby.'],
    ['cancel', 'Does not run on Tue 24 Nov, 10am to midday.'],
    ['open', 'Not decided yet. Ring when it is.'],
  ] as const)('%s', (did, words) => {
    expect(whatToSay({ ...outcome, did })).toBe(words)
  })
})

test('choices that cannot be carried out are named by day and title, and counted after five', () => {
  const problem = {
    bookingId: '1',
    title: 'Baby massage',
    startsAt: '2026-11-24T10:00',
    because: 'Room 2 is taken',
  }
  const one = problemsMessage([problem])
  expect(one).toBe('Tue 24 Nov, 10am, Baby massage: Room 2 is taken. Nothing was changed. Choose something else for these, then apply again.') // prettier-ignore
  expect(problemsMessage(Array.from({ length: 7 }, () => problem))).toContain('And 2 more.')
})
