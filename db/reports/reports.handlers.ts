import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import { mayUse } from '../../shared/permissions.ts'
import { DEFINITIONS_VERSION, groupFigures } from '../../shared/reports/group-figures.rules.ts'
import { found } from '../changed.ts'
import type { Contexts } from '../context.ts'
import { findGroup } from '../outcomes/outcomes.repository.ts'
import { readGroupRows } from './group-rows.repository.ts'

export const reportsHandlers = {
  async groupSummary({ db, today, actor }, { groupId }) {
    found(await findGroup(db, groupId), 'group')
    return {
      definitionsVersion: DEFINITIONS_VERSION,
      figures: groupFigures(await readGroupRows(db, groupId, today), {
        outcomes: mayUse(actor.role, 'outcomes.view'),
      }),
    }
  },
} satisfies Handlers<AppContract, Contexts>['reports']
