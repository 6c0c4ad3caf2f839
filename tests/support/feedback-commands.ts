import type { Case } from './command-case.ts'
import { aGroupAsked } from './feedback-factories.ts'
import { at } from './register-factories.ts'

export const feedbackCommands: Readonly<Record<string, Case>> = {
  'outcomes.countFeedback': async (county) => {
    const { groupId, overall } = await aGroupAsked(county)
    const place = { groupId, sessionId: null, measureId: overall.id, item: 0, value: 4 }
    await county.api.outcomes.countFeedback({ ...place, add: 2 })
    return () => county.api.outcomes.countFeedback({ ...place, add: 3 })
  },
  'outcomes.countFeedback: the last one taken away': async (county) => {
    const { groupId, overall } = await aGroupAsked(county)
    const place = { groupId, sessionId: null, measureId: overall.id, item: 0, value: 4 }
    await county.api.outcomes.countFeedback({ ...place, add: 1 })
    return () => county.api.outcomes.countFeedback({ ...place, add: -1 })
  },
  'outcomes.answerFeedback': async (county) => {
    const { groupId, people, sessions, session } = await aGroupAsked(county)
    const place = { groupId, sessionId: at(sessions, 0), measureId: session.id }
    return () => county.api.outcomes.answerFeedback({ ...place, personId: at(people, 0), item: 0, value: 3 })
  },
  'outcomes.setFeedbackAsked': async (county) => {
    const { groupId, overall } = await aGroupAsked(county)
    return () =>
      county.api.outcomes.setFeedbackAsked({ groupId, sessionId: null, measureId: overall.id, people: 12 })
  },
}
