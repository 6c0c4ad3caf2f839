import { expect, test } from 'vitest'
import { collectionOf, emergencyContacts, type AdultOf, type OfFamily } from '../../../shared/exports/paper-people.rules.ts' // prettier-ignore
import { reachWays, whereTo, type Reached } from '../../../shared/exports/paper-reach.rules.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { personId } from '../../../shared/ids.ts'

const newId = newIdAt(new Date(0))
const all = (answer: Reached['safeToCall']) => ({
  safeToCall: answer,
  safeToText: answer,
  safeToWrite: answer,
})
const somebody = (name: string, change: Partial<Reached> = {}): OfFamily => ({
  id: newId(personId),
  name,
  ...all('not-asked'),
  phone: '0116 496 0001',
  email: 'a@example.org',
  address: '1 High Street',
  ...change,
})
const adult = (name: string, change: Partial<AdultOf> = {}): AdultOf => ({ name, relation: 'Mother', mayCollect: 'not-asked', parentalResponsibility: 'yes', emergency: 0, record: null, phone: null, ...change }) // prettier-ignore

test('a way is used only where somebody said that it is safe: not asked is not yes', () => {
  for (const way of reachWays) {
    expect(whereTo(somebody('Mia', all('yes')), [], way)).toMatchObject({ toName: 'Mia', why: null })
    for (const answer of ['no', 'not-asked'] as const) {
      const left = whereTo(somebody('Mia', all(answer)), [], way)
      expect([way, answer, left.to, left.why === null]).toEqual([way, answer, null, false])
    }
  }
})

test('what is safe by one way says nothing of another', () => {
  const texts = somebody('Mia', { safeToText: 'yes' })
  expect(whereTo(texts, [], 'text').to).toBe('0116 496 0001')
  expect(whereTo(texts, [], 'write').to).toBeNull()
  expect(whereTo(texts, [], 'email').to).toBeNull()
})

test('a letter about a child goes to an adult who may be written to', () => {
  const mother = somebody('Asha', all('yes'))
  expect(whereTo(somebody('Mia'), [mother], 'write')).toMatchObject({ toName: 'Asha', to: '1 High Street' })
})

test('one “no” in a home stops what would come into it, whoever else there said yes', () => {
  const yes = somebody('Asha', all('yes'))
  const no = somebody('Dev', all('no'))
  expect(whereTo(somebody('Mia', all('no')), [yes], 'write')).toMatchObject({ to: null, why: 'Not safe to write to.' }) // prettier-ignore
  expect(whereTo(somebody('Mia'), [yes, no], 'text')).toMatchObject({ to: null, why: 'Not safe to text.' })
})

test('who is left out says why: nothing known, or never asked', () => {
  expect(whereTo(somebody('Mia', { ...all('yes'), phone: null }), [], 'text').why).toBe('No number is known.')
  expect(whereTo(somebody('Mia'), [], 'text').why).toBe('Nobody has asked whether it is safe to text.')
})

test('in an emergency those recorded for it are rung, in their order, with a number only where it is safe', () => {
  const lines = emergencyContacts(somebody('Mia'), [adult('Gran', { emergency: 2, phone: '0116 496 0002' }), adult('Asha', { emergency: 1, record: somebody('Asha', { safeToCall: 'no' }) }), adult('Neighbour')], []) // prettier-ignore
  expect(lines.map((one) => [one.name, one.phone, one.why])).toEqual([
    ['Asha', null, 'Not safe to call.'],
    ['Gran', '0116 496 0002', null],
  ])
})

test('without anybody recorded the grown-ups of the family are rung, never one who must not collect', () => {
  const father = somebody('Dev', all('yes'))
  const mother = somebody('Asha', all('yes'))
  const barred = adult('Dev', { mayCollect: 'no', record: father })
  const lines = emergencyContacts(somebody('Mia'), [barred], [father, mother])
  expect(lines.map((one) => one.name)).toEqual(['Asha'])
})

test('nobody is without a line: who has no number says why', () => {
  expect(emergencyContacts(somebody('Mia', { phone: null }), [], [])).toEqual([
    { name: 'Own record', relation: null, phone: null, why: 'No phone number is known.' },
  ])
})

test('paper names who may collect, and of those who must not only that there are any', () => {
  const adults = [adult('Asha', { mayCollect: 'yes' }), adult('Dev', { mayCollect: 'no' }), adult('Gran')]
  expect(collectionOf(adults)).toEqual({ mayCollect: ['Asha'], mustNotCollect: true })
  expect(collectionOf([adult('Gran')])).toEqual({ mayCollect: [], mustNotCollect: false })
})
