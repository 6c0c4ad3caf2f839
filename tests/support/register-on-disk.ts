import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { createHost } from '../../db/host.ts'
import { clientOf } from '../../shared/client.ts'
import { contract } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { weekly } from '../../shared/series/rule.ts'
import { addDays, civilNow, weekdayOf } from '../../shared/time/civil.ts'
import type { Api } from './test-county.ts'

const NAME = 'Jo Patel'
const PASSPHRASE = 'three plain words'

const firstNames = [
  'Amina',
  'Ben',
  'Chloe',
  'Dev',
  'Ella',
  'Finn',
  'Grace',
  'Harun',
  'Isla',
  'Jack',
  'Kezia',
  'Leo',
]
const lastNames = ['Ahmed', 'Brown', 'Clarke', 'Desai', 'Evans', 'Featherstonehaugh-Cholmondeley', 'Green', 'Hussain', 'Ingram', 'Jones', 'Khan', 'Lewis', 'Mistry', 'Nowak', 'O’Neill', 'Patel', 'Quinn', 'Roberts', 'Singh', 'Taylor'] // prettier-ignore

/** A county in a data folder, made without the window, as `fill` leaves it. */
export async function onDisk<T>(data: string, now: () => Date, fill: (api: Api) => Promise<T>): Promise<T> {
  mkdirSync(data, { recursive: true })
  const host = await createHost({ file: join(data, 'gather.db'), version: '0', now, log: () => undefined })
  const session = host.openSession({ take: () => null })
  const api: Api = clientOf(contract, async (feature, name, input) => {
    const reply = await host.call(session, feature, name, input)
    if (reply.ok) return reply.value
    throw new AppError(reply.error.code, reply.error.message, reply.error.details)
  })
  await api.county.create({ name: NAME, passphrase: PASSPHRASE, contents: 'empty' })
  const made = await fill(api)
  await host.close()
  return made
}

/**
 * A county as it stands when a group of `people` meets for the fourth of four times today, with marks of the times
 * before. Answers the session of today and its group.
 */
export function aRegisterOnDisk(data: string, people: number) {
  const now = () => new Date()
  return onDisk(data, now, async (api) => {
    const group = await aGroupMeeting(api, {
      firstDate: addDays(civilNow(now()).slice(0, 10), -21),
      sessions: 4,
    })
    await enrolMany(api, group.id, people, group.firstDate ?? '')
    const [today] = group.sessions.slice(-1)
    await markEarlier(api, group.sessions.slice(0, -1).map((s) => s.id)) // prettier-ignore
    return { groupId: group.id, sessionId: today?.id ?? '' }
  })
}

/** A group that meets once a week, from 10am to midday. */
export async function aGroupMeeting(
  api: Api,
  { firstDate, sessions }: { firstDate: string; sessions: number },
) {
  const building = await api.buildings.create({ name: 'Wigston Magna' })
  const room = await api.buildings.createRoom({ name: 'Hall', buildingId: building.id, capacity: 60, setupMinutes: 0, cleardownMinutes: 0 }) // prettier-ignore
  const measures = await api.outcomes.listMeasures({})
  const goals = measures.find((measure) => measure.kind === 'goals')
  const programme = await api.programmes.create({ name: 'Kite flyers', publicTitle: 'Kite flyers', delivery: 'closed', placeKind: 'person', audience: null, theme: null, source: null, ageFrom: null, ageTo: null, usualSessions: null, sessionMinutes: null, usualPlaces: null, sensitive: false, coDelivered: true, colour: 'teal', measures: goals ? [{ measureId: goals.id, timePoints: ['before', 'during', 'after', 'follow-up'] }] : [] }) // prettier-ignore
  const staff = [await api.staff.create({ name: 'Jo Patel', stream: 'family' }), await api.staff.create({ name: 'Amir Khan', stream: 'youth-justice' })] // prettier-ignore
  return api.groups.plan({ programmeId: programme.id, roomId: room.id, rule: { ...weekly({ firstDate, weekday: weekdayOf(firstDate), startTime: '10:00', endTime: '12:00', sessions }), skipBankHolidays: false }, facilitatorIds: staff.map((s) => s.id), edits: [], name: 'Bounce Back, Wigston', publicTitle: 'Tuesday group' }) // prettier-ignore
}

type GroupId = Parameters<Api['enrolments']['enrol']>[0]['groupId']

export async function enrolMany(api: Api, groupId: GroupId, people: number, onDate: string) {
  for (let n = 0; n < people; n++) {
    const round = Math.floor(n / lastNames.length)
    const person = await api.people.create({
      firstName: firstNames[(n + round) % firstNames.length] ?? '',
      lastName: lastNames[n % lastNames.length] ?? '',
      dateOfBirth: n % 5 === 3 ? null : `201${n % 9}-0${1 + (n % 9)}-14`,
      phone: '0116 496 0123',
      safeToCall: (['yes', 'no', 'not-asked'] as const)[n % 3] ?? 'no',
      allergies: n % 4 === 1 ? 'Peanuts: carries an EpiPen' : null,
      alert: n % 6 === 2,
      family: { kind: 'none' },
    })
    await api.enrolments.enrol({ groupId, personId: person.id, status: 'enrolled', onDate })
  }
}

export async function markEarlier(api: Api, sessionIds: readonly string[]) {
  for (const [at, sessionId] of sessionIds.entries()) {
    const { rows } = await api.registers.open({ sessionId })
    for (const row of rows.filter((_, n) => (n + at) % 4 === 0))
      await api.registers.mark({ sessionId, personId: row.personId, code: 'A' })
    if (rows.length > 0) await api.registers.markRest({ sessionId, code: 'P' })
  }
}

/** Through the sign-in screen to a route of the program. */
export async function signInTo(page: Page, route: string): Promise<void> {
  await page.getByLabel('Your name').fill(NAME)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('link', { name: 'Today', exact: true })).toBeVisible()
  await page.evaluate((to) => {
    window.location.hash = to
  }, route)
}
