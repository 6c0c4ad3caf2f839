import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { list, toStaff } from './staff.repository.ts'
import { listTraining } from './training.repository.ts'
import { setTraining } from './training.service.ts'
import { createStaff, updateStaff } from './staff.service.ts'

export const staffHandlers = {
  list: async ({ db }) => (await list(db)).map(toStaff),
  create: (context, input) => createStaff(context, input),
  listTraining: ({ db }, { staffId }) => listTraining(db, staffId ? { staffIds: [staffId] } : {}),
  setTraining: (context, input) => setTraining(context, input),
  update: (context, input) => updateStaff(context, input),
} satisfies Handlers<AppContract, Contexts>['staff']
