import type { Case } from './command-case.ts'
import { changeOf } from './grid-factories.ts'
import { aGroupToday } from './group-today.ts'

/** For each command of the run as a grid, a way of using it. */
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
}
