import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { list, toMeasure } from './measures.repository.ts'
import { createMeasure, updateMeasure } from './measures.service.ts'
import { listOverview } from './overview.repository.ts'
import { readSheet, setGoal, setReading } from './outcomes.service.ts'

export const outcomesHandlers = {
  listMeasures: async ({ db }) => (await list(db)).map(toMeasure),
  createMeasure: (context, input) => createMeasure(context, input),
  updateMeasure: (context, input) => updateMeasure(context, input),
  sheet: ({ db, today }, { groupId }) => readSheet(db, groupId, today),
  overview: ({ db, today }, { buildingId }) => listOverview(db, today, buildingId),
  async setGoal(context, { text, ...place }) {
    await setGoal(context, place, text)
    return null
  },
  async setReading(context, { groupId, personId, measureId, item, ...reading }) {
    await setReading(context, { groupId, personId, measureId, item }, reading)
    return null
  },
} satisfies Handlers<AppContract, Contexts>['outcomes']
