import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { answerNeed } from './answer.service.ts'
import { listCalls } from './calls.service.ts'
import { readThresholds, writeThresholds } from './thresholds.repository.ts'

export const callsHandlers = {
  list: (context, input) => listCalls(context, input),
  answer: (context, input) => answerNeed(context, input),
  thresholds: ({ db }) => readThresholds(db),
  async changeThresholds({ tx }, thresholds) {
    await writeThresholds(tx, thresholds)
    return readThresholds(tx)
  },
} satisfies Handlers<AppContract, Contexts>['calls']
