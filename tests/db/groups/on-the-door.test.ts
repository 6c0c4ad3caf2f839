import { expect, test } from 'vitest'
import { aGroup, aProgramme, aWorker, sentBack } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

/** What a programme that must not be named is about, in every field that says so. */
const about = {
  name: 'Leaving Harm',
  publicTitle: 'Tuesday group',
  sensitive: true,
  audience: 'Mothers who leave harm behind',
  theme: 'Harm at home',
  source: 'The Harm handbook',
  colour: 'rust',
  sessions: [{ title: 'What harm is', kind: 'group', minutes: null }],
} as const

test('whoever may see no people is told by nothing what a sensitive programme is about, nor which groups are of it', async () => {
  const county = await aCounty()
  const { api } = county
  const measure = await api.outcomes.createMeasure({ name: 'Harm scale', kind: 'scale', minimum: 0, maximum: 4, wholeNumbers: true, direction: 'lower-is-better', goalLimit: 3, source: null }) // prettier-ignore
  const programme = await aProgramme(county, { ...about, sessions: [...about.sessions], measures: [{ measureId: measure.id, timePoints: ['before'] }] }) // prettier-ignore
  await api.programmes.update({ ...sentBack(programme), retired: false, theme: 'Harm, said otherwise' })
  const { id: staffId } = await aWorker(county, 'Jo Price')
  await api.staff.setTraining({ staffId, training: [{ programmeId: programme.id, trainedOn: null, expiresOn: null }] }) // prettier-ignore
  const group = await aGroup(county, { programmeId: programme.id, name: 'Leaving Harm, Oadby', publicTitle: 'Tuesday group, Oadby', facilitatorIds: [staffId], firstDate: '2026-11-24' }) // prettier-ignore
  const first = at(group.sessions, 0)
  await api.groups.cancelSession({ id: first.id, version: first.version, reason: 'Harm done on Monday' })
  const paused = await api.groups.get({ id: group.id })
  await api.groups.pause({ id: group.id, version: paused.version, from: '2026-11-30', reason: 'Harm again' })
  const facilities = await county.as('facilities')
  const told = {
    list: (await facilities.programmes.list({ includeRetired: true })).filter(
      ({ id }) => id === programme.id,
    ),
    editions: await facilities.programmes.editions({ id: programme.id }),
    groups: await facilities.groups.list({}),
    group: await facilities.groups.get({ id: group.id }),
    training: await facilities.staff.listTraining({}),
    today: await facilities.today.overview({}),
    found: await facilities.search.everything({ text: 'Tuesday' }),
  }
  for (const [where, answer] of Object.entries(told))
    expect([where, JSON.stringify(answer)]).toEqual([where, expect.not.stringMatching(/harm|rust/i)])
  expect(JSON.stringify([told.list, told.editions])).not.toContain(measure.id)
  expect(told.list).toMatchObject([{ name: 'Tuesday group', sessions: [], measures: [] }])
  expect(told.editions).toHaveLength(1)
  // Whoever sees people sees it whole.
  const assistant = await county.as('assistant')
  expect((await assistant.programmes.list({})).find(({ id }) => id === programme.id)).toMatchObject({ name: 'Leaving Harm', theme: 'Harm, said otherwise' }) // prettier-ignore
})
