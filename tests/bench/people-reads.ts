import { paperCode } from '../../shared/exports/paper-code.rules.ts'
import type { BuildingId, PersonId } from '../../shared/ids.ts'
import type { Api } from '../support/test-county.ts'
import type { LargeGroups } from './large-groups.ts'
import type { Read } from './reads.ts'

const SCREEN = 200
/** Every pair of 35,000 people is weighed: asked for seldom, by its own screen. */
const ALL_PAIRS = 1_000

interface About {
  readonly large: LargeGroups
  readonly buildingId: BuildingId
  readonly personId: PersonId
  readonly today: string
}

/** What the group side asks, of groups as large as they come: registers, grids, waiting lists, duplicates, calls, paper. */
export function peopleReads({ large, buildingId, personId, today }: About): Read[] {
  const { sessionId, groupId } = large.forty
  const screen = (name: string, run: (api: Api) => Promise<unknown>): Read => ({ name, budget: SCREEN, run })
  return [
    screen('A register of 40', (a) => a.registers.open({ sessionId })),
    screen('A grid of 40 by 30', (a) => a.registers.grid({ groupId })),
    screen('A group of 40 with a star at three times', (a) => a.outcomes.sheet({ groupId })),
    screen('A group of 40 by 30: how people come', (a) => a.reports.coming({ groupId })),
    screen('A group of 40 by 30: its figures', (a) => a.reports.groupSummary({ groupId })),
    screen('A waiting list of 2,000, first page', (a) => a.enrolments.waiting({ groupId: large.waiting })),
    screen('A waiting list of 2,000, last page', (a) => a.enrolments.waiting({ groupId: large.waiting, offset: 1_800 })), // prettier-ignore
    screen('A group with 2,000 waiting: its places', (a) => a.enrolments.stages({ groupId: large.waiting })),
    {
      name: 'Duplicates among 35,000 people',
      budget: ALL_PAIRS,
      run: (a) => a.people.duplicates({}),
    },
    screen('Who one person may be as well', (a) => a.people.likelyMatches({ id: personId })),
    screen('Who needs a call, one building', (a) => a.calls.list({ buildingId })),
    screen('A register of 40 for paper', (a) => a.exports.registerPaper({ sessionId })),
    screen('Find a register by its words', (a) => a.search.everything({ text: paperCode(sessionId) })),
    screen('Contact sheet of a building', (a) => a.exports.contactSheets({ date: today, buildingId })),
    screen('Contact sheets of the county', (a) => a.exports.contactSheets({ date: today })),
    screen('Letter list of 2,000 waiting', (a) => a.exports.reachList({ groupId: large.waiting, way: 'write', status: 'waiting' })), // prettier-ignore
  ]
}
