import { expect, test } from 'vitest'
import { aRegister, at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

/** Ahmed came three times and completed, Brown came twice, Clarke never, Dunn came three times and only helps. */
async function aFinishedGroup() {
  const county = await aCounty()
  const dates = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']
  const taken = await aRegister(county, { dates, people: ['Ahmed', 'Brown', 'Clarke', 'Dunn'] })
  const { sessions, people, groupId } = taken
  for (const [at_, codes] of [
    ['P', 'P', 'N', 'P'],
    ['P', 'P', 'N', 'P'],
    ['P', 'A', 'N', 'P'],
  ].entries()) {
    const sessionId = at(sessions, at_)
    for (const [place, code] of codes.entries())
      await county.api.registers.mark({ sessionId, personId: at(people, place), code })
    await county.api.registers.complete({ sessionId })
  }
  await putRows(county, (tx) => tx.updateTable('enrolment').set({ role: 'volunteer' }).where('person_id', '=', at(people, 3)).execute()) // prettier-ignore
  const ahmed = at(await county.api.enrolments.roster({ groupId }), 0)
  await county.api.enrolments.change({ enrolmentId: ahmed.enrolmentId, version: ahmed.version, status: 'completed', onDate: '2026-11-23', reason: 'Came to the end' }) // prettier-ignore
  return { county, groupId, people }
}

test('those who completed get a certificate, with how often they came, under the public title', async () => {
  const { county, groupId } = await aFinishedGroup()
  expect(await county.api.exports.certificates({ groupId })).toMatchObject({
    publicTitle: 'Bounce Back',
    from: '2026-11-09',
    to: '2026-11-23',
    people: [{ name: 'Sam Ahmed', sessions: 3 }],
  })
})

test('or those who came so often, from exactly so often on; volunteers get none', async () => {
  const { county, groupId } = await aFinishedGroup()
  const named = async (atLeast: number) =>
    (await county.api.exports.certificates({ groupId, atLeast })).people.map((one) => one.name)
  expect(await named(2)).toEqual(['Sam Ahmed', 'Sam Brown'])
  expect(await named(3)).toEqual(['Sam Ahmed'])
  expect(await named(4)).toEqual([])
})

test('a session counts once its register is complete', async () => {
  const { county, groupId } = await aFinishedGroup()
  const { sessions } = await county.api.groups.get({ id: groupId })
  const third = at(sessions, 2)
  await county.api.registers.reopen({ sessionId: third.id })
  expect((await county.api.exports.certificates({ groupId })).people).toMatchObject([{ sessions: 2 }])
})

test('a sensitive programme is not named on a wall', async () => {
  const { county, groupId } = await aFinishedGroup()
  await putRows(county, (tx) => tx.updateTable('programme_group').set({ name: 'Feeling Safe', public_title: 'Tuesday group' }).where('id', '=', groupId).execute()) // prettier-ignore
  expect(JSON.stringify(await county.api.exports.certificates({ groupId }))).not.toMatch(/Feeling Safe/)
})
