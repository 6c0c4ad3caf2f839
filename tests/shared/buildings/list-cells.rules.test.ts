import { describe, expect, test } from 'vitest'
import { readCountCell, readDegreesCell, readFeaturesCell, readHoursCell, readYesNoCell } from '../../../shared/buildings/list-cells.rules.ts' // prettier-ignore
import { guessPlaceColumns, guessPlaceHeading } from '../../../shared/buildings/list-columns.rules.ts'

const hoursOf = (text: string) => {
  const { value, problem } = readHoursCell('Open Mondays', text)
  return problem === undefined ? value?.map(({ opens, closes }) => `${opens}-${closes}`).join(' ') : 'problem'
}

describe('opening hours in a cell', () => {
  test.each([
    ['9-12, 1-5pm', '09:00-12:00 13:00-17:00'],
    ['09:00-17:00', '09:00-17:00'],
    ['9am to midday and 1pm to 5.30pm', '09:00-12:00 13:00-17:30'],
    ['8.30 – 16.00', '08:30-16:00'],
    ['9-5', '09:00-17:00'],
    ['9-5pm', '09:00-17:00'],
    ['7-9pm', '19:00-21:00'],
    ['6.30pm-9pm; 9am-noon', '09:00-12:00 18:30-21:00'],
    ['10-12pm', '10:00-12:00'],
    ['9-12/1-5', '09:00-12:00 13:00-17:00'],
    ['9-12\n1-5', '09:00-12:00 13:00-17:00'],
    ['1300-1700', '13:00-17:00'],
    ['9 until 3', '09:00-15:00'],
    ['closed', ''],
    ['Shut', ''],
  ])('“%s” is read as %s', (text, expected) => {
    expect(hoursOf(text)).toBe(expected)
  })

  test.each([
    'by appointment',
    '9',
    '5pm-9am',
    '9-12-5',
    '9-12, 11-5',
    '25:00-26:00',
    '9-12 and by arrangement',
  ])('“%s” is not guessed at', (text) => {
    expect(hoursOf(text)).toBe('problem')
  })

  test('that Excel has made a date of are read back, and it says so', () => {
    expect(readHoursCell('Open Mondays', '09/12/2026')).toEqual({
      value: [{ opens: '09:00', closes: '12:00' }],
      note: 'Open Mondays: Excel had made a date of 9-12, read as 9am to midday.',
    })
  })

  test('that are not said say nothing', () => {
    for (const text of ['', ' ', '-', 'tbc', 'n/a']) expect(readHoursCell('Open Mondays', text)).toEqual({})
  })
})

test.each([
  ['30', 30],
  ['30 people', 30],
  ['up to 30', 30],
  ['15 mins', 15],
  ['30.0', 30],
  ['20-30', 'problem'],
  ['about 16', 'problem'],
  ['0', 'problem'],
  ['2001', 'problem'],
  ['tbc', undefined],
])('“%s” people are %s', (text, expected) => {
  const { value, problem } = readCountCell('Most people', text, [1, 2000])
  expect(problem === undefined ? value : 'problem').toBe(expected)
})

test('yes and no are read as people write them, and nothing in between', () => {
  for (const yes of ['Yes', 'y', 'TRUE', '1', '✓']) expect(readYesNoCell('Step-free', yes).value).toBe(true)
  for (const no of ['No', 'n', 'False', '0']) expect(readYesNoCell('Step-free', no).value).toBe(false)
  expect(readYesNoCell('Step-free', 'partly').problem).toBe('Step-free: “partly” is neither yes nor no.')
  expect(readYesNoCell('Step-free', '')).toEqual({})
})

test('degrees have a bound, and features stand apart by commas', () => {
  expect(readDegreesCell('Latitude', '52.6369', 90)).toEqual({ value: 52.6369 })
  expect(readDegreesCell('Latitude', '90.1', 90).problem).toBeDefined()
  expect(readDegreesCell('Latitude', '52° N', 90).problem).toBeDefined()
  expect(readFeaturesCell('Kitchen; Hearing loop,  Crèche,')).toEqual({
    value: ['Kitchen', 'Hearing loop', 'Crèche'],
  })
  expect(readFeaturesCell('none')).toEqual({})
})

test.each([
  ['Name of centre', 'building'],
  ['Venue', 'building'],
  ['Room name', 'room'],
  ['Post Code', 'postcode'],
  ['Tel No.', 'phone'],
  ['Max. capacity', 'capacity'],
  ['Seats', 'capacity'],
  ['Min people', 'least'],
  ['Wheelchair accessible', 'step-free'],
  ['Set up (mins)', 'setup'],
  ['Clear-down time', 'cleardown'],
  ['Half of', 'half-of'],
  ['Monday', 'monday'],
  ['Tues', 'tuesday'],
  ['Opening hours Wed', 'wednesday'],
  ['Thursday hours', 'thursday'],
  ['Mon-Fri', 'weekdays'],
  ['Sunday opening', 'sunday'],
  ['Lat', 'latitude'],
  ['Longitude', 'longitude'],
  ['Max no.', 'capacity'],
  ['Min no', 'least'],
  ['Kit', 'features'],
  ['Turn round', 'cleardown'],
  ['Address / post code', 'address'],
  ['Rent per year', 'ignore'],
  ['Friday group', 'ignore'],
])('a column headed “%s” is %s', (heading, kind) => {
  expect(guessPlaceHeading(heading)).toBe(kind)
})

test('a column called only Name is the building, unless another says so, and no kind stands twice', () => {
  expect(guessPlaceColumns(['Name', 'Room'])).toEqual(['building', 'room'])
  expect(guessPlaceColumns(['Name', 'Building'])).toEqual(['ignore', 'building'])
  expect(guessPlaceColumns(['Phone', 'Tel'])).toEqual(['phone', 'ignore'])
})
