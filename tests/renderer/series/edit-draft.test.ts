import { expect, test } from 'vitest'
import { submitWords } from '../../../renderer/features/series/edit-draft.ts'

const none = { changed: 0, added: 0, cancelled: 0 }

test('the button says how many change, and where none only changes what is done with them', () => {
  expect(submitWords('session', undefined)).toBe('Change the session')
  expect(submitWords('session', { ...none, changed: 1 })).toBe('Change the session')
  expect(submitWords('booking', { ...none, changed: 3 })).toBe('Change 3 bookings')
  expect(submitWords('session', { ...none, cancelled: 1 })).toBe('Cancel 1 session')
  expect(submitWords('session', { ...none, added: 2 })).toBe('Add 2 sessions')
  expect(submitWords('session', { changed: 2, added: 0, cancelled: 1 })).toBe('Change 3 sessions')
})
