import type { Case } from './command-case.ts'
import { areas, aStarredGroup } from './star-factories.ts'

/** The commands about readings beside saving one number: see every-command.ts. */
export const readingCommands: Readonly<Record<string, Case>> = {
  'outcomes.setReadings': async (county) => {
    const { groupId, amy, people, cellOf, form } = await aStarredGroup(county)
    await form(amy, 'before', [9, 9])
    const changed = [cellOf(amy, 'before', 1, null), cellOf(amy, 'before', 2, 7)]
    const fall = cellOf(amy, 'after', 2, 3, { takenOn: '2026-11-02', fallReason: 'Moved house' })
    const added = areas.map((item) => cellOf(people[1] ?? amy, 'during', item, null, { round: 2, notDoneReason: 'Declined' })) // prettier-ignore
    return () => county.api.outcomes.setReadings({ groupId, cells: [...changed, fall, ...added] })
  },
  'outcomes.changeForm': async (county) => {
    const { groupId, amy, measure, form } = await aStarredGroup(county)
    await form(amy, 'before', [3, 4])
    const { id } = await county.api.staff.create({ name: 'Jo Price', stream: 'family' })
    const place = { groupId, personId: amy, measureId: measure.id, timePoint: 'before', completedBy: 'worker-and-family' } as const // prettier-ignore
    return () => county.api.outcomes.changeForm({ ...place, to: { completedBy: 'family', takenOn: '2026-10-01', takenBy: id } }) // prettier-ignore
  },
}
