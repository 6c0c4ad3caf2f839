import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { closedBetween } from './between.service.ts'

export const closuresHandlers = {
  between: ({ db }, input) => closedBetween(db, input),
} satisfies Handlers<AppContract, Contexts>['closures']
