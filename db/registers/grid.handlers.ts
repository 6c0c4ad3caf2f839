import type { Contexts } from '../context.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { gridOperations } from '../../shared/registers/grid.contract.ts'
import { setMarks } from './grid.service.ts'
import { readGrid } from './grid.sheet.ts'

/** The run as a grid: a part of `registersHandlers`. */
export const gridHandlers = {
  grid: (context, { groupId }) => readGrid(context.db, groupId, context),
  setMarks: (context, { groupId, cells }) => setMarks(context, groupId, cells),
} satisfies Handlers<{ registers: typeof gridOperations }, Contexts>['registers']
