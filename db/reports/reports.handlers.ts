import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { coming, groupSummary, rowsBehind } from './reports.service.ts'

export const reportsHandlers = {
  groupSummary: (context, { groupId }) => groupSummary(context, groupId),
  rowsBehind: (context, { groupId, figure }) => rowsBehind(context, groupId, figure),
  coming: (context, { groupId }) => coming(context, groupId),
} satisfies Handlers<AppContract, Contexts>['reports']
