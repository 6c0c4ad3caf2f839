import { expect, test } from 'vitest'
import { suggestedFeatures } from '../../../shared/buildings/features.rules.ts'
import { sizeWarning } from '../../../shared/buildings/size.rules.ts'

const hall = { name: 'Hall', capacity: 60, leastPeople: 20 }

test('a room suits the least and the largest number of people, and warns one person either side', () => {
  expect(sizeWarning(hall, 20)).toBeNull()
  expect(sizeWarning(hall, 60)).toBeNull()
  expect(sizeWarning(hall, 19)).toMatchObject({
    kind: 'small',
    message: expect.stringContaining('20 people'),
  })
  expect(sizeWarning(hall, 61)).toMatchObject({
    kind: 'large',
    message: expect.stringContaining('safe for 60'),
  })
})

test('where nobody knows, there is nothing to warn of', () => {
  expect(sizeWarning(hall, null)).toBeNull()
  expect(sizeWarning({ ...hall, capacity: null }, 61)).toBeNull()
  expect(sizeWarning({ ...hall, leastPeople: null }, 1)).toBeNull()
})

test('features are suggested as they are written here, once each, with the common ones', () => {
  const names = suggestedFeatures([{ features: ['creche', 'Piano'] }, { features: ['CRECHE'] }])
  expect(names).toContain('Piano')
  expect(names).toContain('Kitchen')
  expect(names.filter((name) => /^cr/i.test(name))).toEqual(['creche'])
})
