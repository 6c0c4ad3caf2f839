import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import { toPreview } from '../../shared/series/in-the-way.rules.ts'
import type { Contexts } from '../context.ts'
import { seriesEditHandlers } from './edit.handlers.ts'
import { readRun } from './read-run.ts'
import { bookRun } from './run.service.ts'

export const seriesHandlers = {
  ...seriesEditHandlers,
  preview: async ({ db }, input) => {
    const { rows, warnings } = await readRun(db, input)
    return toPreview(rows, warnings)
  },
  book: bookRun,
} satisfies Handlers<AppContract, Contexts>['series']
