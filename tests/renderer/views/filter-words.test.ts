import { expect, test } from 'vitest'
import { choicesOf, unusedInWords } from '../../../renderer/features/views/filter-words.ts'
import { choicesMade, noFilter, type BookingFilter } from '../../../shared/bookings/filter.rules.ts'
import { localityId, staffId } from '../../../shared/ids.ts'

const id = '0192f0c1-2b3c-7d4e-8f90-00000000000a'
const filter: BookingFilter = {
  ...noFilter,
  half: 'west',
  localityIds: [localityId.parse(id)],
  leaderIds: [staffId.parse(id)],
  purposes: ['contact', 'staff'],
  statuses: ['cancelled'],
  mine: true,
}

const choices = choicesOf(
  { ...filter, purposes: [...filter.purposes], statuses: [...filter.statuses] },
  () => 'Blaby',
)

test('each choice is said as a person would say it', () => {
  expect(choices.map((choice) => choice.words)).toEqual([
    'West half',
    'Blaby',
    'Contact visit or Staff',
    'led by Blaby',
    'only mine',
    'cancelled',
  ])
})

test('taking one choice back leaves the others, and all of them leave nothing out', () => {
  for (const { without } of choices) expect(choicesMade(without)).toBe(choices.length - 1)
  expect(choicesOf(noFilter, () => '')).toEqual([])
})

test('unused rooms are said with their times', () => {
  expect(unusedInWords({ kind: 'between', from: '10:00', to: '12:00' })).toBe(
    'rooms free from 10am to midday',
  )
})
