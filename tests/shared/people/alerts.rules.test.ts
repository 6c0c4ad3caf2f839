import { expect, test } from 'vitest'
import { staffId, userId, type StaffId } from '../../../shared/ids.ts'
import { maySeeAlerts, speakTo } from '../../../shared/people/alerts.rules.ts'
import { roles, type Role } from '../../../shared/permissions.ts'

const someone = userId.parse('01931234-0000-7000-8000-000000000001')
const jo = staffId.parse('01931234-0000-7000-8000-000000000002')
const amir = staffId.parse('01931234-0000-7000-8000-000000000003')
const who = (role: Role, own: StaffId | null) => ({ id: someone, role, staffId: own, buildingIds: [], half: null }) // prettier-ignore

test('managers and administrators may see what an alert is about; everybody else only of those they lead', () => {
  const seeing = roles.filter((role) => maySeeAlerts(who(role, null), [jo]))
  expect(seeing).toEqual(['manager', 'administrator'])
  expect(maySeeAlerts(who('facilitator', jo), [amir, jo])).toBe(true)
  expect(maySeeAlerts(who('facilitator', jo), [amir])).toBe(false)
  expect(maySeeAlerts(who('facilitator', jo), [])).toBe(false)
})

test('whoever may not see it is told whom to speak to', () => {
  expect(speakTo([])).toBe('Speak to a manager before the session.')
  expect(speakTo(['Jo Price'])).toBe('Speak to Jo Price before the session.')
  expect(speakTo(['Amir Khan', 'Jo Price', 'Sam Lee'])).toBe('Speak to Amir Khan, Jo Price or Sam Lee before the session.') // prettier-ignore
})
