import type { AppContract } from '../../shared/contract.ts'
import type { feedbackOperations } from '../../shared/outcomes/feedback.contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { answerFeedback, countFeedback, readFeedback, setAsked } from './feedback.service.ts'

/** Feedback of the people of a group, by name and on forms without one. */
export const feedbackHandlers = {
  feedback: ({ db, today }, { groupId }) => readFeedback(db, groupId, today),
  countFeedback: (context, input) => countFeedback(context, input),
  async answerFeedback(context, input) {
    await answerFeedback(context, input)
    return null
  },
  async setFeedbackAsked(context, input) {
    await setAsked(context, input)
    return null
  },
} satisfies Pick<Handlers<AppContract, Contexts>['outcomes'], keyof typeof feedbackOperations>
