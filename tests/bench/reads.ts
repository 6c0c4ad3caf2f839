import type Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { openForReading } from '../../db/open.ts'
import { weekly } from '../../shared/series/rule.ts'
import { addDays, mondayOf } from '../../shared/time/civil.ts'
import type { Api } from '../support/test-county.ts'
import { BENCH_NOW } from './big-county.ts'
import type { LargeGroups } from './large-groups.ts'
import { measure } from './measure.ts'
import { openCounty } from './open-county.ts'
import { outcomeReads } from './outcome-reads.ts'
import { peopleReads } from './people-reads.ts'
import { reportReads } from './report-reads.ts'
import { roomReads } from './room-reads.ts'
import { replay, scansOf, withRecording, type Statement } from './recording.ts'
import type { Measured } from './report.ts'

const today = BENCH_NOW.slice(0, 10)
const SCREEN = 200

export interface Read {
  readonly name: string
  readonly budget: number | null
  readonly run: (api: Api) => Promise<unknown>
}

/** Somebody and something to look at: a group that is running, its session of today, a person in it. */
async function examples(api: Api) {
  const [session] = (await api.registers.listBetween({ from: today, to: today })).filter(
    (one) => one.expected > 5,
  )
  if (!session) throw new Error('The county has a session today')
  const { sessionId, groupId } = session
  const [person] = (await api.registers.open({ sessionId })).rows
  const { programmeId, buildingId } = await api.groups.get({ id: groupId })
  const building = (await api.buildings.list({})).find((one) => one.id === buildingId)
  const room = building?.rooms[0]
  if (!person || !building || !room) throw new Error('The group has people and a room')
  return { sessionId, groupId, personId: person.personId, programmeId, building, room }
}

async function reads(api: Api, large: LargeGroups): Promise<Read[]> {
  const { sessionId, groupId, personId, programmeId, building, room } = await examples(api)
  const screen = (name: string, run: (api: Api) => Promise<unknown>): Read => ({ name, budget: SCREEN, run })
  const monday = mondayOf(today)
  const week = { from: monday, to: addDays(monday, 6) }
  const month = { from: '2026-11-01', to: '2026-11-30' }
  const time = { startsAt: `${today}T14:00`, endsAt: `${today}T15:00` }
  const plan = {
    programmeId,
    roomId: room.id,
    rule: {
      ...weekly({ firstDate: today, weekday: 1, startTime: '18:00', endTime: '19:30', sessions: 10 }),
      school: 'term' as const,
    },
    facilitatorIds: [],
    edits: [],
  }
  return [
    screen('Today, whole county', (a) => a.today.overview({})),
    screen('Today, one building', (a) => a.today.overview({ buildingId: building.id })),
    screen('Who needs a call, whole county', (a) => a.calls.list({})),
    screen('Calendar, a week of the county', (a) => a.bookings.listBetween(week)),
    screen('Calendar, a month of the county', (a) => a.bookings.listBetween(month)),
    screen('Calendar, a month of a building', (a) =>
      a.bookings.listBetween({ ...month, buildingId: building.id }),
    ),
    screen('Rooms, a day of the county', (a) => a.bookings.listBetween({ from: today, to: today })),
    ...roomReads(building, today),
    ...peopleReads({ large, buildingId: building.id, personId, today }),
    screen('Find a free room', (a) => a.bookings.findRooms(time)),
    screen('Groups, all', (a) => a.groups.list({})),
    screen('Groups, planned and running', (a) => a.groups.list({ status: ['planned', 'running'] })),
    screen('A group', (a) => a.groups.get({ id: groupId })),
    screen('A group: its people', (a) => a.enrolments.roster({ groupId })),
    screen('A group: its figures', (a) => a.reports.groupSummary({ groupId })),
    screen('A group: its outcomes', (a) => a.outcomes.sheet({ groupId })),
    screen('Outcomes, all', (a) => a.outcomes.overview({})),
    ...outcomeReads(groupId),
    ...reportReads(today),
    screen('Preview of 10 sessions', (a) => a.groups.previewPlan(plan)),
    screen('A register', (a) => a.registers.open({ sessionId })),
    screen('Registers of a month', (a) => a.registers.listBetween(month)),
    screen('People, first page', (a) => a.people.search({})),
    screen('People called Khan', (a) => a.people.search({ text: 'khan' })),
    screen('People, one letter', (a) => a.people.search({ text: 'm' })),
    screen('People, nobody found', (a) => a.people.search({ text: 'zzyzx' })),
    screen('A person', (a) => a.people.get({ id: personId })),
    screen('Is it the same person?', (a) =>
      a.people.findMatches({ firstName: 'Mia', lastName: 'Khan', dateOfBirth: '2016-05-04' }),
    ),
    screen('Families called Patel', (a) => a.people.searchFamilies({ text: 'patel' })),
    screen('Find anything: kha', (a) => a.search.everything({ text: 'kha' })),
    screen('Find anything: bounce', (a) => a.search.everything({ text: 'bounce' })),
    screen('Settings: buildings', (a) => a.buildings.list({ includeArchived: true })),
    screen('Settings: term dates', (a) => a.settings.listTerms({})),
    screen('Settings: programmes', (a) => a.programmes.list({ includeRetired: true })),
    screen('Settings: staff', (a) => a.staff.list({})),
    screen('Settings: users', (a) => a.users.list({})),
    screen('Settings: audit trail', (a) => a.audit.list({})),
    screen('What can be undone', (a) => a.audit.nextUndo({})),
    { name: 'Check the whole audit trail', budget: null, run: (a) => a.audit.verify({}) },
  ]
}

/** Every screen's question, through the dispatcher and beside its own SQL run bare. */
export async function measureReads(
  folder: string,
  large: LargeGroups,
  say: (line: string) => void,
): Promise<Measured[]> {
  const recorded = await withRecording(async (record) => {
    const { api, close } = await openCounty(folder)
    const all: Statement[][] = []
    for (const { run } of await reads(api, large)) all.push(await record(() => run(api)))
    await close()
    return all
  })
  const { api, close } = await openCounty(folder)
  const bare = openForReading(join(folder, 'gather.db'))
  const measured: Measured[] = []
  for (const [index, read] of (await reads(api, large)).entries()) {
    say(`  ${read.name}`)
    measured.push(await measureRead(api, bare, read, recorded[index] ?? []))
  }
  bare.close()
  await close()
  return measured
}

async function measureRead(
  api: Api,
  bare: Sqlite.Database,
  { name, budget, run }: Read,
  statements: readonly Statement[],
): Promise<Measured> {
  const runs = budget === null ? 3 : 30
  return {
    name,
    budget,
    through: await measure(runs, () => run(api), budget === null ? { warmUp: 0 } : {}),
    bare: await measure(runs, () => replay(bare, statements)),
    statements: statements.length,
    scans: scansOf(bare, statements),
  }
}
