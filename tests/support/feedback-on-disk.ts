import { addDays, civilNow } from '../../shared/time/civil.ts'
import { aGroupMeeting, enrolMany, onDisk } from './register-on-disk.ts'

/** A county whose one group has met three times, and rates each session and, at its end, itself. */
export function aFeedbackOnDisk(data: string, people: number) {
  const now = () => new Date()
  const first = addDays(civilNow(now()).slice(0, 10), -21)
  return onDisk(data, now, async (api) => {
    const group = await aGroupMeeting(api, { firstDate: first, sessions: 4 })
    const { id, programmeId } = await api.groups.get({ id: group.id })
    const programme = (await api.programmes.list({})).find((one) => one.id === programmeId)
    if (programme === undefined) throw new Error('The group has no programme.')
    const all = await api.outcomes.listMeasures({})
    const ask = (name: string, timePoints: ('during' | 'after')[]) =>
      all.filter((one) => one.name === name).map((one) => ({ measureId: one.id, timePoints }))
    const { edition: _edition, ...fields } = programme
    const measures = [...ask('Rating of the session', ['during']), ...ask('Overall rating', ['after']), ...ask('Three listening questions', ['after'])] // prettier-ignore
    await api.programmes.update({ ...fields, measures })
    await enrolMany(api, id, people, first)
    return { groupId: id }
  })
}
