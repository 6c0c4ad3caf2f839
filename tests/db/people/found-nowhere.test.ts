import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../../shared/contract.ts'
import { rowsOf } from '../../support/dump.ts'
import { mergeTwo } from '../../support/merge-factories.ts'
import { aConsent, anAdult, aPerson } from '../../support/people-factories.ts'
import { aGroupToday } from '../../support/group-today.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Nobody else’s. */
const GONE = 'Quillfeather'
const FIRST = 'Zyxomma'

/** What tells of the merge itself, and the audit trail, which keeps what a row was. */
const mayTell = new Set(['people.merges', 'audit.list', 'audit.changes', 'audit.entry'])

type Pool = Readonly<Record<string, readonly unknown[]>>

/** Every input that the pool has for a query: all of its fields that the pool knows, each value of the ids and texts. */
function* inputsFor(schema: z.ZodType, pool: Pool): Generator<Record<string, unknown>> {
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const known = fields.filter((field) => field in pool)
  const most = Math.max(1, ...known.map((field) => pool[field]?.length ?? 0))
  for (let i = 0; i < most; i++) {
    const all = Object.fromEntries(
      known.map((field) => [field, pool[field]?.[i % (pool[field]?.length ?? 1)]]),
    )
    yield all
    const needed = Object.fromEntries(
      Object.entries(all).filter(([field]) => !schema.safeParse(without(all, field)).success),
    )
    yield needed
  }
}
const without = (all: Record<string, unknown>, field: string) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== field))

/** Which queries, asked in every way that the pool allows, answer with any of some texts. */
async function queriesThatTell({ host, session }: TestCounty, pool: Pool, texts: readonly string[]) {
  const [told, answered] = [new Set<string>(), new Set<string>()]
  for (const [feature, operations] of Object.entries(contract))
    for (const [name, { kind, input }] of Object.entries(operations)) {
      if (kind !== 'query') continue
      for (const one of inputsFor(input, pool)) {
        const reply = await host.call(session, feature, name, one)
        if (!reply.ok) continue
        answered.add(`${feature}.${name}`)
        const json = JSON.stringify(reply.value)
        if (texts.some((text) => json.includes(text))) told.add(`${feature}.${name}`)
      }
    }
  return { told, answered }
}

/** Somebody with something of everything, and somebody to be taken together with. */
async function aScene(county: TestCounty) {
  const { group, people, sessionId } = await aGroupToday(county)
  const { api } = county
  const kept = await aPerson(county, { firstName: 'Mia' })
  const gone = await aPerson(county, { firstName: FIRST, lastName: GONE, mosaicId: '778899', phone: '07700 900777', safeToCall: 'yes', dateOfBirth: '2015-03-12', family: { kind: 'new', name: 'Quill' } }) // prettier-ignore
  if (gone.familyId === null) throw new Error('There is no family.')
  await aPerson(county, { firstName: 'Leo', family: { kind: 'existing', id: gone.familyId } })
  await enrol(county, group.id, gone.id)
  await api.registers.mark({ sessionId, personId: gone.id, code: 'P' })
  await anAdult(county, gone)
  await anAdult(county, { id: people[0] ?? kept.id }, { who: { kind: 'known', id: gone.id } })
  await aConsent(county, gone)
  const measure = await aMeasure(county, group.id)
  await api.outcomes.setReading({ groupId: group.id, personId: gone.id, measureId: measure.id, timePoint: 'before', item: 1, value: 3, notDoneReason: null, takenOn: '2026-11-20' }) // prettier-ignore
  const pool = {
    id: [gone.id, kept.id, group.id, gone.familyId, sessionId, group.programmeId],
    personId: [gone.id, kept.id],
    groupId: [group.id],
    sessionId: [sessionId],
    measureId: [measure.id],
    programmeId: [group.programmeId],
    familyId: [gone.familyId],
    text: [FIRST, GONE, '778899', '12/3/2015', 'quill'],
    firstName: [FIRST],
    lastName: [GONE],
    dateOfBirth: ['2015-03-12'],
    mosaicId: ['778899', null],
    asAt: ['2026-11-23'],
    date: ['2026-11-23'],
    onDate: ['2026-11-23'],
    from: ['2026-11-01'],
    to: ['2026-11-30'],
    status: [undefined],
    limit: [200],
  }
  return { kept, gone, pool }
}

test('a person whose record was taken into another is found nowhere, by any question that the program can be asked', async () => {
  const county = await aCounty()
  const { kept, gone, pool } = await aScene(county)
  const before = await queriesThatTell(county, pool, [FIRST, GONE, gone.id])
  // The questions are good ones: they find somebody who is there.
  for (const name of ['people.search', 'people.get', 'people.findMatches', 'enrolments.roster', 'registers.open', 'outcomes.sheet', 'search.everything'])
    expect([...before.told]).toContain(name)
  await mergeTwo(county.api, kept.id, gone.id)
  expect(rowsOf(county.file, `SELECT first_name FROM person WHERE merged_into_id IS NOT NULL`)).toEqual([{ first_name: FIRST }]) // prettier-ignore
  const after = await queriesThatTell(county, pool, [FIRST, GONE, gone.id])
  expect([...after.told].filter((name) => !mayTell.has(name))).toEqual([])
  expect(after.answered.size).toBeGreaterThan(before.answered.size - 5)
}, 60_000) // prettier-ignore

test('a list that names them finds the record that was kept, by Mosaic ID and by nothing else', async () => {
  const county = await aCounty()
  const { kept, gone } = await aScene(county)
  await mergeTwo(county.api, kept.id, gone.id)
  const identity = { firstName: FIRST, lastName: GONE, dateOfBirth: '2015-03-12' }
  const matches = (mosaicId: string | null) => county.api.people.findMatches({ ...identity, mosaicId })
  expect((await matches('778899')).map(({ person }) => person.id)).toEqual([kept.id])
  expect(await matches(null)).toEqual([])
  // So the same name may come again: whoever it is, is somebody else or is asked for.
  await aPerson(county, { firstName: FIRST, lastName: GONE })
})

test('nothing more is recorded for a record that was taken into another', async () => {
  const county = await aCounty()
  const { kept, gone, pool } = await aScene(county)
  await mergeTwo(county.api, kept.id, gone.id)
  const { api } = county
  const personId = gone.id
  const [sessionId] = pool.sessionId
  const [groupId] = pool.groupId
  if (!sessionId || !groupId) throw new Error('There is no session.')
  const works: (() => Promise<unknown>)[] = [
    () => api.registers.mark({ sessionId, personId, code: 'P' }),
    () => api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId } }),
    () => api.enrolments.enrol({ groupId, personId, status: 'waiting', onDate: '2026-11-23' }),
    () => api.people.update({ id: personId, version: gone.version + 1, firstName: FIRST, lastName: GONE, family: { kind: 'none' } }), // prettier-ignore
    () => aConsent(county, { id: personId }),
    () => anAdult(county, { id: personId }),
    () => anAdult(county, kept, { who: { kind: 'known', id: personId } }),
    () => api.people.notTheSame({ id: kept.id, otherId: personId }),
    () => api.people.addMustNotMeet({ id: kept.id, otherId: personId, reason: 'x', onDate: '2026-11-23' }),
    () => api.people.addAlert({ id: personId, note: 'x', onDate: '2026-11-23' }),
    () =>
      api.people.moveToFamily({
        id: personId,
        version: gone.version + 1,
        family: { kind: 'new', name: 'Quill' },
      }),
  ]
  for (const [i, work] of works.entries()) await expect([i, await codeOf(work)]).toEqual([i, 'NOT_FOUND'])
})

const codeOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work()
    return 'done'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}
