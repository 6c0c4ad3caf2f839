import { expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import { viewOf, views } from '../../../renderer/features/outcomes/views.ts'
import { measureId, personId } from '../../../shared/ids.ts'
import type { TimePoint } from '../../../shared/outcomes/time-points.ts'
import { NOW } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))
const measure = newId(measureId)
const points: TimePoint[] = ['before', 'follow-up']
const asked = [{ measureId: measure, timePoints: points }]

test('a measure is typed only at the times that its programme asks for', () => {
  const sheet = { asked, readings: [] }
  expect(viewOf(views['before-after'], sheet, measure)?.typed).toEqual(['before'])
  expect(viewOf(views['follow-up'], sheet, measure)?.typed).toEqual(['follow-up'])
  expect(viewOf(views.during, sheet, measure)).toBeNull()
})

test('what was recorded at another time, or is no longer asked for, is still shown', () => {
  const reading = { personId: newId(personId), measureId: measure, edition: 1, timePoint: 'after', round: 1, sessionId: null, item: 0, completedBy: 'not-said', takenBy: null, fallReason: null, value: 4, notDoneReason: null, takenOn: '2026-11-20', version: 1 } as const // prettier-ignore
  expect(viewOf(views['before-after'], { asked, readings: [reading] }, measure)?.typed).toEqual([
    'before',
    'after',
  ])
  expect(viewOf(views['before-after'], { asked: [], readings: [reading] }, measure)?.typed).toEqual(['after'])
})
