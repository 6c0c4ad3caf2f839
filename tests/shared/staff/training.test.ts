import { describe, expect, test } from 'vitest'
import { leaderWarnings, untrainedOn } from '../../../shared/staff/training.rules.ts'

const solihull = { name: 'Solihull', staffNeeded: 2, needsTraining: true }
const trained = (trainedOn: string | null, expiresOn: string | null) => ({ trainedOn, expiresOn })
const jo = { name: 'Jo Price', training: trained('2025-01-10', '2026-12-08') }
const amir = { name: 'Amir Khan', training: trained(null, null) }
const tuesdays = ['2026-12-01T10:00', '2026-12-08T10:00']

describe('training', () => {
  test('covers its first day and its last, and neither the day before nor the day after', () => {
    expect(untrainedOn(jo.training, '2025-01-09')).toBe('not-yet')
    expect(untrainedOn(jo.training, '2025-01-10')).toBeNull()
    expect(untrainedOn(jo.training, '2026-12-08')).toBeNull()
    expect(untrainedOn(jo.training, '2026-12-09')).toBe('expired')
  })

  test('of which nobody knows the dates covers every day; none covers no day', () => {
    expect(untrainedOn(amir.training, '2026-12-01')).toBeNull()
    expect(untrainedOn(null, '2026-12-01')).toBe('never')
  })
})

describe('those who lead a group', () => {
  test('are warned of when they are fewer than the programme needs, and not when they are as many', () => {
    expect(leaderWarnings(solihull, [jo, amir], tuesdays)).toEqual([])
    expect(leaderWarnings(solihull, [jo], tuesdays)).toEqual([
      'Solihull is led by 2 people. This group has 1.',
    ])
    expect(leaderWarnings(solihull, [], tuesdays)).toEqual([
      'Solihull is led by 2 people. This group has nobody yet.',
    ])
  })

  test('are warned of when one has no training, or it ends before a session', () => {
    const late = [...tuesdays, '2026-12-15T10:00', '2026-12-22T10:00']
    expect(leaderWarnings(solihull, [jo, { ...amir, training: null }], late)).toEqual([
      'Jo Price’s training in Solihull ends on 8 December 2026, before 2 of the sessions.',
      'Amir Khan is not trained in Solihull.',
    ])
  })

  test('need no training for a programme that asks for none', () => {
    const open = { ...solihull, needsTraining: false, staffNeeded: null }
    expect(leaderWarnings(open, [{ ...amir, training: null }], tuesdays)).toEqual([])
  })
})
