import type { Case } from './command-case.ts'
import {
  accepting,
  aGroupWithEverything,
  cellAt,
  compared,
  edited,
  madeWorkbook,
} from './workbook-factories.ts'
import { at } from './register-factories.ts'

/** For each command that makes the changes of a file that came back, a way of using it. */
export const workbookCommands: Readonly<Record<string, Case>> = {
  'imports.applyWorkbook': async (county) => {
    const { groupId, sessions } = await aGroupWithEverything(county)
    const path = await madeWorkbook(county, groupId)
    await edited(path, (file) => {
      cellAt(file, 'Register', 'Sam Brown', at(sessions, 0)).value = 'P'
      cellAt(file, 'Register', 'Sam Brown', at(sessions, 1)).value = 'L'
      cellAt(file, 'Register', 'Sam Ahmed', at(sessions, 1)).value = null
      cellAt(file, 'Goals', 'Sam Ahmed', 'goal 2').value = 'Walk to school'
      cellAt(file, 'Outcomes', 'Sam Brown', 'after').value = 7
      cellAt(file, 'Outcomes', 'Sam Brown', 'after on').value = '20 Nov 2026'
    })
    const { fileId, differences } = await compared(county, groupId, path)
    const changes = accepting(differences)
    return () => county.api.imports.applyWorkbook({ groupId, fileId, changes })
  },
}
