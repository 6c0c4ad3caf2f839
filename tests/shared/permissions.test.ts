import { expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { mayUse } from '../../shared/permissions.ts'

test('what marks, measures, offers and calls mean is for those who decide about the catalogue, not for who looks after buildings', () => {
  const { registers, outcomes, enrolments, calls } = contract
  const decisions = [
    registers.createCode,
    registers.updateCode,
    outcomes.createMeasure,
    outcomes.updateMeasure,
    enrolments.updateSettings,
    calls.changeThresholds,
  ]
  for (const { permission } of decisions) {
    expect(mayUse('manager', permission)).toBe(true)
    expect(mayUse('facilities', permission)).toBe(false)
    expect(mayUse('facilitator', permission)).toBe(false)
  }
})

test('a facilities officer sets term dates and holidays, and sees no people', () => {
  expect(mayUse('facilities', contract.settings.createTerm.permission)).toBe(true)
  expect(mayUse('facilities', contract.people.search.permission)).toBe(false)
})
