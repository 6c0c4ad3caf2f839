import { expect, test } from 'vitest'
import { aRegister } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

test('the figures of a group say nothing of outcomes to those who may not see them', async () => {
  const county = await aCounty()
  const { groupId } = await aRegister(county)
  const namesFor = async (role: 'assistant' | 'facilitator') =>
    (await (await county.as(role)).reports.groupSummary({ groupId })).figures.map((figure) => figure.name)
  const [assistant, facilitator] = [await namesFor('assistant'), await namesFor('facilitator')]
  expect(assistant).toContain('Attendance rate')
  expect(assistant.join()).not.toMatch(/measure|atched/)
  expect(facilitator).toEqual([...assistant, 'People with a before measure', 'People with an after measure', 'People matched', 'Matched rate']) // prettier-ignore
})
