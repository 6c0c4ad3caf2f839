import { FOR_STAFF } from '../../classification.ts'
import { groupStatusLabels, type GroupRow } from '../../groups/groups.contract.ts'
import { dateColumn, numberColumn, textColumn, timeColumn, type List, type ListColumn } from './list.ts'

const registers: readonly ListColumn<GroupRow>[] = [
  numberColumn('Registers complete', 11, (g) => g.registersDone),
  numberColumn('Registers to take', 11, (g) => g.registersDue),
]

/** Groups, one line each. What registers owe is only for those who may see registers, as on the screen. */
export const groupsList = (seesRegisters: boolean): List<GroupRow> => ({
  title: 'Groups',
  classification: FOR_STAFF,
  columns: [
    textColumn('Group', 38, (g) => g.name),
    textColumn('Public title', 28, (g) => g.publicTitle),
    textColumn('Programme', 28, (g) => g.programmeName),
    textColumn('Building', 26, (g) => g.buildingName),
    textColumn('Led by', 30, (g) => g.facilitators.map((one) => one.name).join(', ') || null),
    textColumn('Status', 12, (g) => groupStatusLabels[g.status]),
    dateColumn('First date', (g) => g.firstDate),
    dateColumn('Last date', (g) => g.lastDate),
    dateColumn('Next session', (g) => g.nextSessionAt),
    timeColumn('Next at', (g) => g.nextSessionAt),
    numberColumn('Sessions', 10, (g) => g.sessionCount),
    ...(seesRegisters ? registers : []),
    numberColumn('Enrolled', 10, (g) => g.enrolled),
    numberColumn('Places', 8, (g) => g.capacity),
    textColumn('A place is a', 11, (g) => (g.placeKind === 'family' ? 'Family' : 'Person')),
  ],
  sorts: groupSorts,
})

/** What each heading of the list of groups orders by. */
export const groupSorts = {
  name: (g: GroupRow) => g.name,
  next: (g: GroupRow) => g.nextSessionAt ?? g.lastDate,
  sessions: (g: GroupRow) => g.registersDue,
  people: (g: GroupRow) => g.enrolled,
  status: (g: GroupRow) => groupStatusLabels[g.status],
} as const
