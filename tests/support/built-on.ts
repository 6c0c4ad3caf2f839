import type { CommandId } from '../../shared/ids.ts'
import { aBooking, aBuilding, aRoom } from './booking-factories.ts'
import { aPlace, aSmallGroup } from './enrolment-factories.ts'
import { aGroup, aRoomElsewhere, aWorker } from './group-factories.ts'
import { aList } from './list-factories.ts'
import { aMeasure, measureFields } from './outcome-factories.ts'
import { mergeTwo, two } from './merge-factories.ts'
import { aPerson } from './people-factories.ts'
import { aRegister, at, enrol } from './register-factories.ts'
import { PASSPHRASE, type TestCounty } from './test-county.ts'

/** Does something, then builds on it. Answers the command that can no longer be undone. */
type Story = (county: TestCounty) => Promise<CommandId>

const last = async ({ api }: TestCounty): Promise<CommandId> => at(await api.audit.list({ limit: 1 }), 0).id

/** Undoes the last thing done. Answers the undo, whose undoing is a redo. */
async function undone(county: TestCounty): Promise<CommandId> {
  await county.api.audit.undo({ id: await last(county) })
  return last(county)
}

/** A register of today with one person on it. */
async function one(county: TestCounty) {
  const { groupId, sessions, people } = await aRegister(county, { people: ['Ahmed'] })
  const [sessionId, personId] = [at(sessions, 0), at(people, 0)]
  const mark = (code = 'P') => county.api.registers.mark({ sessionId, personId, code })
  return { groupId, sessionId, personId, mark, complete: () => county.api.registers.complete({ sessionId }) }
}

const aTerm = ({ api }: TestCounty, endsOn = '2031-12-19') =>
  api.settings.createTerm({ name: 'Autumn term', startsOn: '2031-09-01', endsOn })

export const builtOn: Readonly<Record<string, Story>> = {
  'planning a group, once somebody is enrolled in it': async (county) => {
    const group = await aGroup(county)
    const command = await last(county)
    await enrol(county, group.id, (await aPerson(county)).id)
    return command
  },
  'adding a person, once they have a mark': async (county) => {
    const { sessionId } = await one(county)
    const { id: personId } = await aPerson(county)
    const command = await last(county)
    await county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId } })
    return command
  },
  'taking two records together, once the one that stays has a mark in a group of the other': async (
    county,
  ) => {
    const both = await two(county)
    const { groupId, sessionId } = await one(county)
    await enrol(county, groupId, both.goneId)
    await mergeTwo(county.api, both.keptId, both.goneId)
    const command = await last(county)
    await county.api.registers.mark({ sessionId, personId: both.keptId, code: 'P' })
    return command
  },
  'enrolling a person, once they have a mark there': async (county) => {
    const { mark } = await one(county)
    const command = await last(county)
    await mark()
    return command
  },
  'enrolling a list, once somebody of it has a mark': async (county) => {
    const { groupId, sessionId } = await one(county)
    const known = await aPerson(county, { mosaicId: '777' })
    await county.api.imports.apply({
      ...aList(groupId, ['Mia', 'Patel', '12/03/2015', '777']),
      decisions: [],
    })
    const command = await last(county)
    await county.api.registers.mark({ sessionId, personId: known.id, code: 'P' })
    return command
  },
  'enrolling a person, once they have a reading there': async (county) => {
    const { groupId, personId } = await one(county)
    const command = await last(county)
    const { id: measureId } = await aMeasure(county, groupId)
    await county.api.outcomes.setReading({ groupId, personId, measureId, timePoint: 'before', item: 1, value: 3, takenOn: '2026-11-20' }) // prettier-ignore
    return command
  },
  'a place given up, once somebody else has been given it': async (county) => {
    const { id } = await aSmallGroup(county, { capacity: 1 })
    const { enrolmentId } = await aPlace(county, id, 'Ann')
    await county.api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: '2026-11-23' })
    const command = await last(county)
    await aPlace(county, id, 'Bea')
    return command
  },
  'a line of a history, once there is a later one': async (county) => {
    const { groupId } = await one(county)
    const row = async () => at(await county.api.enrolments.roster({ groupId }), 0)
    const change = async (status: 'withdrawn' | 'enrolled', onDate: string) => {
      const { enrolmentId, version } = await row()
      await county.api.enrolments.change({ enrolmentId, version, status, onDate })
    }
    await change('withdrawn', '2026-10-01')
    const command = await last(county)
    await change('enrolled', '2026-11-01')
    return command
  },

  'a mark, once its register is complete': async (county) => {
    const { mark, complete } = await one(county)
    await mark()
    const command = await last(county)
    await complete()
    return command
  },
  'a walk-in, once the register is complete': async (county) => {
    const { sessionId, mark, complete } = await one(county)
    await mark()
    const { id: personId } = await aPerson(county)
    await county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId } })
    const command = await last(county)
    await complete()
    return command
  },
  'reopening a register, once a mark in it is cleared': async (county) => {
    const { sessionId, personId, mark, complete } = await one(county)
    await mark()
    await complete()
    await county.api.registers.reopen({ sessionId })
    const command = await last(county)
    await county.api.registers.clear({ sessionId, personId })
    return command
  },
  'clearing a mark, once there is another': async (county) => {
    const { sessionId, personId, mark } = await one(county)
    await mark()
    await county.api.registers.clear({ sessionId, personId })
    const command = await last(county)
    await mark('A')
    return command
  },

  'cancelling a booking, once somebody else has the room': async (county) => {
    const booking = await aBooking(county, (await aRoom(county)).id)
    await county.api.bookings.cancel({ id: booking.id, version: booking.version, reason: 'Not needed' })
    const command = await last(county)
    await aBooking(county, booking.roomId)
    return command
  },
  'cancelling a booking, once its room is archived': async (county) => {
    const room = await aRoom(county)
    const booking = await aBooking(county, room.id)
    await county.api.bookings.cancel({ id: booking.id, version: booking.version, reason: 'Not needed' })
    const command = await last(county)
    await county.api.buildings.updateRoom({ ...fieldsOf(room), archived: true })
    return command
  },
  'taking a room out of a larger one, once both are booked at one time': async (county) => {
    const hall = await aRoom(county)
    const half = await aRoom(county, { name: 'Half', buildingId: hall.buildingId, partOfId: hall.id })
    await county.api.buildings.updateRoom({ ...fieldsOf(half), partOfId: null })
    const command = await last(county)
    await aBooking(county, hall.id)
    await aBooking(county, half.id)
    return command
  },
  'taking a room out of a larger one, once that is a part of it': async (county) => {
    const hall = await aRoom(county)
    const half = await aRoom(county, { name: 'Half', buildingId: hall.buildingId, partOfId: hall.id })
    await county.api.buildings.updateRoom({ ...fieldsOf(half), partOfId: null })
    const command = await last(county)
    await county.api.buildings.updateRoom({ ...fieldsOf(hall), partOfId: half.id })
    return command
  },
  'bringing a room back into use, once it is booked': async (county) => {
    const room = await aRoom(county)
    const archived = await county.api.buildings.updateRoom({ ...fieldsOf(room), archived: true })
    await county.api.buildings.updateRoom({ ...fieldsOf(archived), archived: false })
    const command = await last(county)
    await aBooking(county, room.id)
    return command
  },
  'bringing a building back into use, once a room in it is booked': async (county) => {
    const { buildingId, id: roomId } = await aRoom(county)
    const building = { id: buildingId, name: 'Wigston Magna' }
    await county.api.buildings.update({ ...building, version: 1, archived: true })
    await county.api.buildings.update({ ...building, version: 2, archived: false })
    const command = await last(county)
    await aBooking(county, roomId)
    return command
  },
  'renaming a building, once another has its name': async (county) => {
    const { id, version } = await aBuilding(county, 'Old name')
    await county.api.buildings.update({ id, version, name: 'New name', archived: false })
    const command = await last(county)
    await aBuilding(county, 'Old name')
    return command
  },

  'a session that did not run, once its group is cancelled': async (county) => {
    const group = await aGroup(county)
    const { id, version } = at(group.sessions, 0)
    await county.api.groups.cancelSession({ id, version, reason: 'Snow' })
    const command = await last(county)
    await county.api.groups.cancel({ id: group.id, version: group.version, reason: 'Nobody came' })
    return command
  },
  'a session that did not run, once the group meets at that time elsewhere': async (county) => {
    const group = await aGroup(county)
    const { id, version } = at(group.sessions, 0)
    await county.api.groups.cancelSession({ id, version, reason: 'Boiler' })
    const command = await last(county)
    const { id: roomId } = await aRoomElsewhere(county)
    await county.api.groups.addSession({ groupId: group.id, date: '2026-12-01', startTime: '11:00', endTime: '13:00', roomId }) // prettier-ignore
    return command
  },
  'who leads a group, once the same person leads it again': async (county) => {
    const leader = await aWorker(county)
    const { id, version, name, publicTitle } = await aGroup(county, { facilitatorIds: [leader.id] })
    await county.api.groups.update({ id, version, name, publicTitle, facilitatorIds: [] })
    const command = await last(county)
    await county.api.groups.update({
      id,
      version: version + 1,
      name,
      publicTitle,
      facilitatorIds: [leader.id],
    })
    return command
  },

  'a Mosaic ID, once it is somebody else’s': async (county) => {
    const { id, version } = await aPerson(county, { mosaicId: '777' })
    const person = {
      firstName: 'Mia',
      lastName: 'Patel',
      dateOfBirth: '2015-03-12',
      family: { kind: 'none' },
    } as const
    await county.api.people.update({ ...person, id, version, mosaicId: '778' })
    const command = await last(county)
    await aPerson(county, { firstName: 'Ann', mosaicId: '777' })
    return command
  },
  'the range of a measure, once a reading needs it': async (county) => {
    const { groupId, personId } = await one(county)
    const measure = await aMeasure(county, groupId)
    await county.api.outcomes.updateMeasure({ ...measureFields(measure), maximum: 20 })
    const command = await last(county)
    await county.api.outcomes.setReading({ groupId, personId, measureId: measure.id, timePoint: 'before', item: 1, value: 15, takenOn: '2026-11-20' }) // prettier-ignore
    return command
  },
  'the words of a goal, once it has a reading': async (county) => {
    const { groupId, personId } = await one(county)
    const { id: measureId } = await aMeasure(county, groupId)
    const goal = { groupId, personId, measureId, item: 1 }
    await county.api.outcomes.setGoal({ ...goal, text: 'Sleep' })
    const command = await last(county)
    await county.api.outcomes.setReading({ ...goal, timePoint: 'before', value: 3, takenOn: '2026-11-20' })
    return command
  },
  'removing a term, once another has its days': async (county) => {
    const { id } = await aTerm(county)
    await county.api.settings.removeTerm({ id })
    const command = await last(county)
    await aTerm(county, '2031-12-18')
    return command
  },
  'making somebody an administrator, once they are the only one': async (county) => {
    await county.as('facilitator')
    const users = await county.api.users.list({})
    const second = at(users.filter((user) => user.role === 'facilitator'), 0) // prettier-ignore
    const first = at(users.filter((user) => user.role === 'administrator'), 0) // prettier-ignore
    await county.api.users.update({ id: second.id, version: second.version, role: 'administrator', disabled: false }) // prettier-ignore
    const command = await last(county)
    await county.api.users.update({
      id: first.id,
      version: first.version,
      role: 'facilitator',
      disabled: false,
    })
    await county.api.users.signIn({ name: second.name, passphrase: PASSPHRASE })
    return command
  },

  'an undone enrolment, once they are enrolled anew': async (county) => {
    const { groupId, personId } = await one(county)
    const command = await undone(county)
    await enrol(county, groupId, personId)
    return command
  },
  'an undone mark, once its register is complete': async (county) => {
    const { sessionId, mark, complete } = await one(county)
    await mark()
    const { id: personId } = await aPerson(county)
    await county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId } })
    const command = await undone(county)
    await complete()
    return command
  },
}

const fieldsOf = ({ sample: _sample, buildingId: _building, ...room }: Awaited<ReturnType<typeof aRoom>>) =>
  room
