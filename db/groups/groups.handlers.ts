import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { cancelGroup, listGroups, planGroup, readGroup, updateGroup } from './groups.service.ts'
import { readPlan, toPreview } from './plan.service.ts'
import { addSession, cancelSession, moveSession } from './sessions.service.ts'

export const groupsHandlers = {
  list: (context, input) => listGroups(context, input),
  get: (context, { id }) => readGroup(context, id),
  previewPlan: async ({ db }, rule) => toPreview(await readPlan(db, rule)),
  plan: (context, input) => planGroup(context, input),
  update: (context, input) => updateGroup(context, input),
  cancel: (context, input) => cancelGroup(context, input),
  moveSession: (context, input) => moveSession(context, input),
  addSession: (context, input) => addSession(context, input),
  cancelSession: (context, input) => cancelSession(context, input),
} satisfies Handlers<AppContract, Contexts>['groups']
