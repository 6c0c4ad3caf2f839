import { expect, test } from 'vitest'
import { bestChoice, choicesFor, readWalkIn } from '../../../renderer/features/registers/walk-in-choices.ts'
import type { WalkInChoice } from '../../../shared/registers/walk-ins.contract.ts'

const TODAY = '2026-11-24'
const known = (name: string, dateOfBirth: string | null, here = false): WalkInChoice =>
  ({
    personId: name,
    name,
    dateOfBirth,
    provisional: false,
    groups: [],
    status: null,
    here,
  }) as unknown as WalkInChoice // as: an id is only compared

const best = (text: string, ...found: WalkInChoice[]) => {
  const choices = choicesFor(text, found, TODAY)
  return choices[bestChoice(choices, text, TODAY)]
}

test.each([
  ['Zed Walker', { firstName: 'Zed', lastName: 'Walker', dateOfBirth: null }],
  ['Zed van Walker 12/3/15', { firstName: 'Zed van', lastName: 'Walker', dateOfBirth: '2015-03-12' }],
  ['Zed Walker 12 March 2015', { firstName: 'Zed', lastName: 'Walker', dateOfBirth: '2015-03-12' }],
  ['Zed Walker 31/2/15', { firstName: 'Zed', lastName: 'Walker', dateOfBirth: null }],
  ['Zed', null],
  ['Zed 12/3/15', null],
  ['', null],
])('“%s” is read as a name with the date of birth after it', (text, read) => {
  expect(readWalkIn(text, TODAY)).toEqual(read)
})

test('Enter picks who has the name and, where both are known, the date of birth', () => {
  const [older, younger] = [known('Zed Walker', '2015-03-12'), known('Zed Walker', '2018-01-01')]
  expect(best('zed walker 1/1/18', older, younger)).toMatchObject({ kind: 'known', person: younger })
  expect(best('zed walker', older, younger)).toMatchObject({ kind: 'known', person: older })
  expect(best('zed walker 2/2/12', older, younger)).toMatchObject({ kind: 'new', dateOfBirth: '2012-02-02' })
  expect(best('zed walker 2/2/12', known('Zed Walker', null))).toMatchObject({ kind: 'known' })
})

test('a name that nobody has is somebody new, and one word picks the first who fits', () => {
  expect(best('Zed Walker', known('Zoe Walker', null))).toMatchObject({ kind: 'new', firstName: 'Zed' })
  expect(best('walker', known('Zoe Walker', null, true))).toMatchObject({ kind: 'here' })
  expect(best('walker')).toBeUndefined()
})
