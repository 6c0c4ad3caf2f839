import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { change, enrol, roster } from './enrolments.service.ts'

export const enrolmentsHandlers = {
  roster: (context, { groupId, asAt }) => roster(context, groupId, asAt ?? null),
  enrol: (context, input) => enrol(context, input),
  change: (context, input) => change(context, input),
} satisfies Handlers<AppContract, Contexts>['enrolments']
