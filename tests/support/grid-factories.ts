import type { GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import type { CellChange, Grid } from '../../shared/registers/grid.contract.ts'
import { at } from './register-factories.ts'
import type { Api } from './test-county.ts'

/** The letters of a grid as lines, a person a line: · not recorded, – not expected, # a session that did not run. */
export const lettersOf = ({ people }: Grid): string[] =>
  people.map(({ cells }) =>
    cells
      .map(({ place, code }) => {
        if (code !== null) return code
        if (place === 'did-not-run') return '#'
        return place === 'expected' || place === 'walk-in' ? '·' : '–'
      })
      .join(''),
  )

export const readLetters = async (api: Api, groupId: GroupId) =>
  lettersOf(await api.registers.grid({ groupId }))

/** The change of one cell, over what stands there now. */
export function changeOf(grid: Grid, row: number, column: number, code: string | null): CellChange {
  const person = at(grid.people, row)
  return {
    sessionId: at(grid.sessions, column).sessionId,
    personId: person.personId,
    code,
    was: at(person.cells, column).code,
  }
}

/** One mark given or taken away by itself, as in the register. */
export const single = (
  api: Api,
  change: { sessionId: SessionId; personId: PersonId; code: string | null },
) =>
  change.code === null
    ? api.registers.clear({ sessionId: change.sessionId, personId: change.personId })
    : api.registers.mark({ sessionId: change.sessionId, personId: change.personId, code: change.code })
