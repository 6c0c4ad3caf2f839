import { addDays } from '../../shared/time/civil.ts'
import { at } from './register-factories.ts'
import { aGroupMeeting, enrolMany, onDisk } from './register-on-disk.ts'

/** When the window tests begin: a Tuesday morning. */
const NOW = '2026-11-24T08:30:00Z'

interface Plan {
  readonly people: number
  readonly sessions: number
  /** How many of the sessions have begun, today's among them. */
  readonly begun: number
}

/**
 * A county with a group that meets on Tuesdays, so that the last session that has begun is today's. The first register
 * is complete, and somebody joined for the third.
 */
export const aGridOnDisk = (data: string, { people, sessions, begun }: Plan) =>
  onDisk(
    data,
    () => new Date(NOW),
    async (api) => {
      const firstDate = addDays('2026-11-24', -7 * (begun - 1))
      const group = await aGroupMeeting(api, { firstDate, sessions })
      await enrolMany(api, group.id, people, firstDate)
      if (people === 0) return { groupId: group.id, sessionId: at(group.sessions, 0).id }
      const late = await api.people.create({ firstName: 'Zoe', lastName: 'Zeller', family: { kind: 'none' } })
      await api.enrolments.enrol({ groupId: group.id, personId: late.id, status: 'enrolled', onDate: addDays(firstDate, 14) }) // prettier-ignore
      const sessionId = at(group.sessions, 0).id
      await api.registers.markRest({ sessionId, code: 'P' })
      await api.registers.complete({ sessionId })
      return { groupId: group.id, sessionId }
    },
  )
