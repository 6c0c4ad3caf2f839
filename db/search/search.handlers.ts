import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { findEverything } from './search.service.ts'

export const searchHandlers = {
  everything: (context, { text }) => findEverything(context, text),
} satisfies Handlers<AppContract, Contexts>['search']
