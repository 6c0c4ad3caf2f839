import type { Case } from './command-case.ts'
import { aGroup, aPlan, aProgramme, aRoomElsewhere, aWorker, sentBack } from './group-factories.ts'
import { aPairPlan } from './pair-factories.ts'
import { aGroupToday } from './group-today.ts'

/** A way of using each command of the catalogue, of groups and of training. */
export const groupCommands: Readonly<Record<string, Case>> = {
  'groups.plan': async (county) => {
    const programme = await aProgramme(county)
    const room = await aRoomElsewhere(county)
    const facilitatorIds = [(await aWorker(county)).id]
    const edits = [{ date: '2026-12-08', choice: 'skip' as const }]
    return () => county.api.groups.plan(aPlan(programme.id, room.id, { facilitatorIds, edits }))
  },
  'groups.update': async (county) => {
    const leader = await aWorker(county)
    const group = await aGroup(county, { facilitatorIds: [leader.id] })
    const other = await aWorker(county, 'Amir Khan', 'youth-justice')
    const change = { name: 'Renamed', publicTitle: 'Club', capacity: 8, facilitatorIds: [other.id] }
    return () => county.api.groups.update({ id: group.id, version: group.version, ...change })
  },
  'groups.cancel': async (county) => {
    const { group } = await aGroupToday(county)
    return () =>
      county.api.groups.cancel({ id: group.id, version: group.version, reason: 'Nobody to lead it' })
  },
  'groups.moveSession': async (county) => {
    const { next } = await aGroupToday(county)
    const { id: roomId } = await aRoomElsewhere(county)
    const there = { date: '2026-12-03', startTime: '13:00', endTime: '14:30', roomId }
    return () => county.api.groups.moveSession({ id: next.id, version: next.version, ...there })
  },
  'groups.addSession': async (county) => {
    const group = await aGroup(county)
    const { id: roomId } = await aRoomElsewhere(county)
    const session = { date: '2026-12-30', startTime: '13:00', endTime: '14:00', roomId }
    return () => county.api.groups.addSession({ groupId: group.id, ...session })
  },
  'groups.cancelSession': async (county) => {
    const { next } = await aGroupToday(county)
    return () => county.api.groups.cancelSession({ id: next.id, version: next.version, reason: 'Snow' })
  },

  'programmes.create': async (county) => () => aProgramme(county),
  'programmes.update': async (county) => {
    const programme = await aProgramme(county, {
      sessions: [{ title: 'Hello', kind: 'group', minutes: 60 }],
    })
    const measures = await county.api.outcomes.listMeasures({})
    const other = await aProgramme(county, { name: 'Kite makers' })
    return () =>
      county.api.programmes.update({
        ...sentBack(programme),
        sessions: [
          { title: 'Before we start', kind: 'phone', minutes: null },
          ...programme.sessions.map((one) => ({ ...one, title: 'Welcome' })),
        ],
        measures: measures.map((m) => ({ measureId: m.id, timePoints: ['before', 'follow-up'] })),
        linkedProgrammeId: other.id,
        retiresOn: '2027-01-01',
        retired: true,
      })
  },

  'staff.setTraining': async (county) => {
    const [worker, programme] = [await aWorker(county), await aProgramme(county)]
    const trained = { programmeId: programme.id, trainedOn: '2025-01-10', expiresOn: null }
    await county.api.staff.setTraining({ staffId: worker.id, training: [trained] })
    const other = await aProgramme(county, { name: 'Kite makers' })
    const training = [
      { ...trained, expiresOn: '2027-01-10' },
      { ...trained, programmeId: other.id },
    ]
    return () => county.api.staff.setTraining({ staffId: worker.id, training })
  },

  'groups.plan: two beside each other': async (county) => {
    const { plan } = await aPairPlan(county)
    return () => county.api.groups.plan(plan)
  },
  'groups.pause': async (county) => {
    const { group } = await aGroupToday(county)
    const pause = { from: '2026-11-24', reason: 'Staff ill' }
    return () => county.api.groups.pause({ id: group.id, version: group.version, ...pause })
  },
  'groups.resume': async (county) => {
    const { group } = await aGroupToday(county)
    const paused = await county.api.groups.pause({ id: group.id, version: group.version, from: '2026-11-24', reason: 'Staff ill' }) // prettier-ignore
    return () => county.api.groups.resume({ id: group.id, version: paused.version, from: '2026-11-24' })
  },
  'groups.describeSession': async (county) => {
    const { next } = await aGroupToday(county)
    const { id, version } = next
    return () => county.api.groups.describeSession({ id, version, topic: 'Kites', mode: 'online' })
  },
  'groups.addInvited': async (county) => {
    const { group, today, people } = await aGroupToday(county)
    const { id: roomId } = await aRoomElsewhere(county)
    const when = { date: '2026-11-26', startTime: '13:00', endTime: '14:00', roomId }
    return () =>
      county.api.groups.addInvited({ groupId: group.id, kind: 'group', makeUpForId: today.id, personIds: people, ...when }) // prettier-ignore
  },
  'groups.setInvitees': async (county) => {
    const { group, people } = await aGroupToday(county)
    const [first, second] = people
    const call = { date: '2026-11-26', startTime: '13:00', endTime: '13:20' }
    const { id, version } = await county.api.groups.addInvited({ groupId: group.id, kind: 'phone', personIds: [first ?? ''], ...call }) // prettier-ignore
    return () => county.api.groups.setInvitees({ id, version, personIds: [second ?? ''] })
  },
}
