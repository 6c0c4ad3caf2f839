import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { measureHandlers } from './measures.handlers.ts'
import { listOverview } from './overview.repository.ts'
import { changeForm } from './forms.service.ts'
import { readSheet, setGoal } from './outcomes.service.ts'
import { setReading, setReadings } from './readings.service.ts'
import { listStars, readStar } from './star.service.ts'

export const outcomesHandlers = {
  ...measureHandlers,
  sheet: ({ db, today }, { groupId }) => readSheet(db, groupId, today),
  overview: ({ db, today }, { buildingId }) => listOverview(db, today, buildingId),
  async setGoal(context, { text, ...place }) {
    await setGoal(context, place, text)
    return null
  },
  async setReading(context, { groupId, ...cell }) {
    await setReading(context, groupId, cell)
    return null
  },
  setReadings: (context, { groupId, cells }) => setReadings(context, groupId, cells),
  changeForm: (context, { groupId, to, ...place }) => changeForm(context, groupId, place, to),
  star: ({ db }, asked) => readStar(db, asked),
  starsOf: ({ db }, { personId }) => listStars(db, personId),
} satisfies Handlers<AppContract, Contexts>['outcomes']
