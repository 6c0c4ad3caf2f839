import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { overview } from './today.service.ts'

export const todayHandlers = {
  overview: (context, input) => overview(context, input),
} satisfies Handlers<AppContract, Contexts>['today']
