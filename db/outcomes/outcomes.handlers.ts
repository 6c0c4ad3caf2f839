import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { feedbackHandlers } from './feedback.handlers.ts'
import { measureHandlers } from './measures.handlers.ts'
import { readDue } from './due.service.ts'
import { readOverview } from './overview.service.ts'
import { changeForm } from './forms.service.ts'
import { readSheet, setGoal } from './outcomes.service.ts'
import { setReading, setReadings } from './readings.service.ts'
import { listStars, readStar, readStarPaper } from './star.service.ts'

export const outcomesHandlers = {
  ...measureHandlers,
  ...feedbackHandlers,
  sheet: ({ db, today }, { groupId }) => readSheet(db, groupId, today),
  overview: (context, { buildingId }) => readOverview(context, buildingId ?? null),
  due: (context, { groupId }) => readDue(context, groupId),
  duePaper: (context, { groupId }) => readDue(context, groupId),
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
  starPaper: ({ db }, asked) => readStarPaper(db, asked),
  starsOf: ({ db }, { personId }) => listStars(db, personId),
} satisfies Handlers<AppContract, Contexts>['outcomes']
