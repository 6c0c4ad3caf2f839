import type { Case } from './command-case.ts'
import { changeOf } from './grid-factories.ts'
import { aGroupToday } from './group-today.ts'
import { aPerson } from './people-factories.ts'
import { at } from './register-factories.ts'
import type { TestCounty } from './test-county.ts'

/** A complete register of a group that began today, its first person's letter and whose it is. */
async function aCompleteRegister(county: TestCounty) {
  const { api } = county
  const { sessionId, people } = await aGroupToday(county)
  await api.registers.markRest({ sessionId, code: 'P' })
  await api.registers.complete({ sessionId })
  return { sessionId, personId: at(people, 0) }
}

/** For each command of the run as a grid, and of correcting, a way of using it. */
export const gridCommands: Readonly<Record<string, Case>> = {
  'registers.setMarks': async (county) => {
    const { group } = await aGroupToday(county)
    const groupId = group.id
    const grid = await county.api.registers.grid({ groupId })
    await county.api.registers.setMarks({ groupId, cells: [changeOf(grid, 0, 0, 'L'), changeOf(grid, 1, 0, 'N')] }) // prettier-ignore
    const now = await county.api.registers.grid({ groupId })
    const cells = [changeOf(now, 0, 0, 'P'), changeOf(now, 1, 0, null)]
    return () => county.api.registers.setMarks({ groupId, cells })
  },
  'registers.correct': async (county) => {
    const place = await aCompleteRegister(county)
    return () =>
      county.api.registers.correct({ ...place, code: 'L', minutes: 10, note: 'Bus', reason: 'Slip' })
  },
  'registers.correct: somebody who came': async (county) => {
    const { sessionId } = await aCompleteRegister(county)
    const { id: personId } = await aPerson(county, { lastName: 'Walker' })
    return () => county.api.registers.correct({ sessionId, personId, code: 'P' })
  },
  'registers.correct: somebody who did not come': async (county) => {
    const { sessionId } = await aCompleteRegister(county)
    const { id: personId } = await aPerson(county, { lastName: 'Walker' })
    await county.api.registers.correct({ sessionId, personId, code: 'P' })
    return () => county.api.registers.correct({ sessionId, personId, code: null })
  },
}
