import type { GroupId } from '../../shared/ids.ts'
import { callCommands } from './call-commands.ts'
import { bookingCommands } from './booking-commands.ts'
import type { Case } from './command-case.ts'
import { enrolmentCommands } from './enrolment-commands.ts'
import { closureCommands } from './closure-commands.ts'
import { feedbackCommands } from './feedback-commands.ts'
import { aGroup, aWorker } from './group-factories.ts'
import { gridCommands } from './grid-commands.ts'
import { groupCommands } from './group-commands.ts'
import { aGroupToday } from './group-today.ts'
import { handoverCommands } from './handover-commands.ts'
import { aList, manyPeople } from './list-factories.ts'
import { aMeasure, measureFields } from './outcome-factories.ts'
import { mergeCommands } from './merge-commands.ts'
import { peopleCommands } from './people-commands.ts'
import { aPerson } from './people-factories.ts'
import { placeCommands } from './place-commands.ts'
import { reportCommands } from './report-commands.ts'
import { readingCommands } from './reading-commands.ts'
import { registerCommands } from './register-commands.ts'
import { aRegister, at, enrol } from './register-factories.ts'
import { seriesEditCommands } from './series-commands.ts'
import type { Api, TestCounty } from './test-county.ts'
import { oldLayoutCommands } from './old-layout-factories.ts'
import { workbookCommands } from './workbook-commands.ts'

export type { Case }

const theMarks = async ({ api }: { api: Api }, { sessionId, people }: Awaited<ReturnType<typeof aGroupToday>>) => {
  for (const personId of people) await api.registers.mark({ sessionId, personId, code: 'P' })
} // prettier-ignore

async function anEnrolment(county: TestCounty, groupId: GroupId) {
  const { api } = county
  const { id } = await aPerson(county)
  await api.enrolments.enrol({ groupId, personId: id, status: 'enrolled', onDate: '2026-11-01' })
  return at(await api.enrolments.roster({ groupId }), 0)
}

async function goalsOf(county: TestCounty, kind: 'goals' | 'scale' = 'goals') {
  const { groupId, people } = await aRegister(county, { people: ['Ahmed'] })
  const measure = await aMeasure(county, groupId, { kind })
  return { groupId, personId: at(people, 0), measureId: measure.id, measure }
}

const aTerm = ({ api }: TestCounty) =>
  api.settings.createTerm({ name: 'Autumn term', startsOn: '2031-09-01', endsOn: '2031-12-19' })

const aView = ({ api }: TestCounty) =>
  api.views.save({ name: 'Halls', screen: 'rooms', state: { view: 'day', filter: { half: 'east' } } })

/**
 * For each command of the contract, by name, at least one way of using it for real; a colon and a word tell two
 * ways apart.
 */
export const everyCommand: Readonly<Record<string, Case>> = {
  'audit.undo': async ({ api }) => {
    await api.settings.update({ serviceName: 'Family Help', buildingWord: 'Hub' })
    const done = at(await api.audit.list({ limit: 1 }), 0)
    return () => api.audit.undo({ id: done.id })
  },

  ...bookingCommands,
  ...callCommands,
  ...placeCommands,

  ...closureCommands,
  ...seriesEditCommands,

  ...enrolmentCommands,
  'enrolments.enrol': async (county) => {
    const { groupId } = await aRegister(county)
    const { id } = await aPerson(county)
    return () => enrol(county, groupId, id)
  },
  'enrolments.change': async (county) => {
    const { enrolmentId, version } = await anEnrolment(county, (await aGroup(county)).id)
    const line = { status: 'withdrawn', onDate: '2026-11-20', reason: 'Moved away' } as const
    return () => county.api.enrolments.change({ enrolmentId, version, ...line })
  },

  ...groupCommands,
  ...handoverCommands,

  'imports.apply': async (county) => {
    const { id } = await aGroup(county)
    const known = await aPerson(county, { firstName: 'Ada', lastName: 'Known', mosaicId: '777' })
    await county.api.enrolments.enrol({ groupId: id, personId: known.id, status: 'waiting', onDate: '2026-11-01' }) // prettier-ignore
    const rows = [...manyPeople(3), ['Ada', 'Known', '12/03/2015', '777'], ['Bad', 'Row', '31/02/2015', '']]
    return () => county.api.imports.apply({ ...aList(id, ...rows), decisions: [], fileName: 'list.csv' })
  },

  ...workbookCommands,
  ...oldLayoutCommands,

  'outcomes.createMeasure': async (county) => () => aScale(county),
  'outcomes.updateMeasure': async (county) => {
    const { measure } = await goalsOf(county)
    return () =>
      county.api.outcomes.updateMeasure({
        ...measureFields(measure),
        name: 'Renamed',
        maximum: 12,
        retired: true,
      })
  },
  'outcomes.updateMeasure: a new edition': async (county) => {
    const { groupId, personId, measure } = await goalsOf(county)
    const place = { groupId, personId, measureId: measure.id, timePoint: 'before', item: 1 } as const
    await county.api.outcomes.setReading({ ...place, value: 3, takenOn: '2026-11-20' })
    return () => county.api.outcomes.updateMeasure({ ...measureFields(measure), maximum: 12 })
  },
  ...feedbackCommands,
  'outcomes.addFromLibrary': ({ api }) =>
    Promise.resolve(() => api.outcomes.addFromLibrary({ key: 'family-star-plus-2' })),
  'outcomes.setGoal': async (county) => {
    const { measure: _measure, ...place } = await goalsOf(county)
    return () => county.api.outcomes.setGoal({ ...place, item: 1, text: 'Sleep through the night' })
  },
  'outcomes.setGoal: taken away': async (county) => {
    const { measure: _measure, ...place } = await goalsOf(county)
    await county.api.outcomes.setGoal({ ...place, item: 1, text: 'Sleep through the night' })
    return () => county.api.outcomes.setGoal({ ...place, item: 1, text: null })
  },
  'outcomes.setReading': async (county) => {
    const { measure: _measure, ...place } = await goalsOf(county)
    const reading = {
      timePoint: 'before',
      item: 1,
      value: 3,
      notDoneReason: null,
      takenOn: '2026-11-20',
    } as const
    return () => county.api.outcomes.setReading({ ...place, ...reading })
  },
  'outcomes.setReading: a fraction taken away': async (county) => {
    const { groupId, personId, measureId, measure } = await goalsOf(county, 'scale')
    await county.api.outcomes.updateMeasure({ ...measureFields(measure), wholeNumbers: false })
    const reading = { groupId, personId, measureId, timePoint: 'after', item: 0, takenOn: '2026-11-20', notDoneReason: null } as const // prettier-ignore
    await county.api.outcomes.setReading({ ...reading, value: 10 / 3 })
    return () => county.api.outcomes.setReading({ ...reading, value: null })
  },

  ...readingCommands,
  ...peopleCommands,
  ...mergeCommands,

  ...registerCommands,
  ...gridCommands,
  'registers.mark': async (county) => {
    const { sessionId, people } = await aGroupToday(county)
    return () => county.api.registers.mark({ sessionId, personId: at(people, 0), code: 'P' })
  },
  'registers.mark: another letter': async (county) => {
    const taken = await aGroupToday(county)
    await theMarks(county, taken)
    return () =>
      county.api.registers.mark({ sessionId: taken.sessionId, personId: at(taken.people, 0), code: 'A' })
  },
  'registers.clear': async (county) => {
    const taken = await aGroupToday(county)
    await theMarks(county, taken)
    return () => county.api.registers.clear({ sessionId: taken.sessionId, personId: at(taken.people, 0) })
  },
  'registers.markRest': async (county) => {
    const { sessionId } = await aGroupToday(county)
    return () => county.api.registers.markRest({ sessionId, code: 'N' })
  },
  'registers.complete': async (county) => {
    const taken = await aGroupToday(county)
    await theMarks(county, taken)
    return () => county.api.registers.complete({ sessionId: taken.sessionId })
  },
  'registers.reopen': async (county) => {
    const taken = await aGroupToday(county)
    await theMarks(county, taken)
    await county.api.registers.complete({ sessionId: taken.sessionId })
    return () => county.api.registers.reopen({ sessionId: taken.sessionId })
  },
  'registers.addWalkIn': async (county) => {
    const { sessionId } = await aGroupToday(county)
    const person = { firstName: 'Zed', lastName: 'Walker' }
    return () => county.api.registers.addWalkIn({ sessionId, who: { kind: 'new', person } })
  },

  'settings.update':
    async ({ api }) =>
    () =>
      api.settings.update({ serviceName: 'Family Help', buildingWord: 'Hub' }),
  'settings.createTerm': async (county) => () => aTerm(county),
  'settings.updateTerm': async (county) => {
    const { sample: _sample, ...term } = await aTerm(county)
    return () => county.api.settings.updateTerm({ ...term, endsOn: '2031-12-18' })
  },
  'settings.removeTerm': async (county) => {
    const { id } = await aTerm(county)
    return () => county.api.settings.removeTerm({ id })
  },
  'settings.addBankHoliday':
    async ({ api }) =>
    () =>
      api.settings.addBankHoliday({ date: '2031-05-06', name: 'A coronation' }),
  'settings.removeBankHoliday':
    async ({ api }) =>
    () =>
      api.settings.removeBankHoliday({ date: '2026-12-25' }),

  'staff.create': async (county) => () => aWorker(county),
  'staff.update': async (county) => {
    const worker = await aWorker(county)
    return () => county.api.staff.update({ ...worker, name: 'Jo Price-Khan', archived: true })
  },

  'users.update': async (county) => {
    await county.as('facilitator')
    const user = (await county.api.users.list({})).find((one) => one.role === 'facilitator')
    if (!user) throw new Error('There is no facilitator.')
    return () =>
      county.api.users.update({ id: user.id, version: user.version, role: 'manager', disabled: true })
  },

  ...reportCommands,

  'views.save': (county) => Promise.resolve(() => aView(county)),
  'views.change': async (county) => {
    const { id, version, state } = await aView(county)
    return () => county.api.views.change({ id, version, state, name: 'Big rooms' })
  },
  'views.remove': async (county) => {
    const { id, version } = await aView(county)
    return () => county.api.views.remove({ id, version })
  },
}

const aScale = ({ api }: TestCounty) =>
  api.outcomes.createMeasure({
    name: 'Sleep',
    kind: 'scale',
    minimum: 0.5,
    maximum: 9.75,
    wholeNumbers: false,
    direction: 'lower-is-better',
    goalLimit: 0,
    source: 'Typed in\nby hand',
  })
