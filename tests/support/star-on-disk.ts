import { addDays, civilNow } from '../../shared/time/civil.ts'
import { aGroupMeeting, enrolMany, onDisk } from './register-on-disk.ts'
import { starDetails } from './star-factories.ts'

const names = ['Physical health', 'Your well-being', 'Meeting emotional needs', 'Keeping your children safe', 'Social networks', 'Education and learning', 'Boundaries and behaviour', 'Family routine', 'Home and money', 'Progress to work'] // prettier-ignore

/** Bands of the first area, made up. */
const bandTables = [{ item: 1, of: 'entered' as const, edition: 'Two bands', source: 'Made up.', bands: [{ from: 1, to: 4, label: 'Lower band' }, { from: 5, to: 10, label: 'Upper band' }] }] // prettier-ignore

/** A county whose one group uses a star of ten areas; `done`: its first person has one before, one of the family alone, and one after. */
export function aStarOnDisk(data: string, people: number, done = false) {
  const now = () => new Date()
  const today = civilNow(now()).slice(0, 10)
  return onDisk(data, now, async (api) => {
    const group = await aGroupMeeting(api, { firstDate: addDays(today, -21), sessions: 4 })
    const parts = starDetails.parts.map((part, i) => ({ ...part, name: names[i] ?? part.name }))
    const measure = await api.outcomes.createMeasure({ name: 'Family star', kind: 'scale', minimum: 1, maximum: 10, wholeNumbers: true, direction: 'higher-is-better', goalLimit: 0, details: { ...starDetails, parts, bandTables } }) // prettier-ignore
    const { id, programmeId } = await api.groups.get({ id: group.id })
    const programme = (await api.programmes.list({})).find((one) => one.id === programmeId)
    if (programme === undefined) throw new Error('The group has no programme.')
    const { edition: _edition, ...fields } = programme
    await api.programmes.update({ ...fields, measures: [{ measureId: measure.id, timePoints: ['before', 'during', 'after'] }] }) // prettier-ignore
    await enrolMany(api, id, people, addDays(today, -21))
    const { people: list } = await api.outcomes.sheet({ groupId: id })
    const personId = list[0]?.personId ?? ''
    if (done) {
      const form = (values: readonly (number | null)[], more: object) => api.outcomes.setReadings({ groupId: id, cells: values.map((value, i) => ({ personId, measureId: measure.id, item: i + 1, value, notDoneReason: value === null ? 'Not discussed' : null, completedBy: 'worker-and-family' as const, timePoint: 'before' as const, takenOn: addDays(today, -21), ...more })) }) // prettier-ignore
      await form([3, 3, 4, 5, 5, 3, 2, 4, 7, null], {})
      await form([8, 8, 8, 8, 8, 8, 8, 8, 8, 8], { completedBy: 'family' })
      await form([5, 6, 7, 6, 8, 5, 7, 7, 5, 4], { timePoint: 'after', takenOn: addDays(today, -1), fallReason: 'Lost the tenancy' }) // prettier-ignore
    }
    return { groupId: id, personId, measureId: measure.id }
  })
}
