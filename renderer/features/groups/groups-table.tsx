import type { ReactNode } from 'react'
import { useMay, useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { groupSorts } from '../../../shared/exports/lists/groups.ts'
import { groupStatusLabels, type GroupRow } from '../../../shared/groups/groups.contract.ts'
import type { Sort } from '../../../shared/sort.rules.ts'
import { count } from '../../../shared/text.ts'
import { familiesInWords, leadersInWords, placesInWords, whenInWords } from './group-words.ts'
import classes from './groups.module.css'

function Progress({ group }: { group: GroupRow }) {
  const held = group.sessionsHeld
  const share = group.sessionCount === 0 ? 0 : Math.round((100 * held) / group.sessionCount)
  const may = useMay()
  return (
    <span className={classes.pair}>
      <span className={classes.progress}>
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${share}%` }} />
        </span>
        {held} of {group.sessionCount}
      </span>
      {group.registersDue > 0 && may('registers.view') && (
        <span className={classes.owed}>{count(group.registersDue, 'register')} to take</span>
      )}
    </span>
  )
}

/** Two lines a group whatever it is called: long names end in an ellipsis, and dates never break. */
const columns = (today: string): readonly Column<GroupRow>[] => [
  {
    key: 'name',
    width: '36%',
    heading: 'Group',
    sortBy: groupSorts.name,
    cell: (group) => (
      <span className={`${classes.twoLines} ${classes.name}`} data-one-line>
        <OneLine>{group.name}</OneLine>
        {group.programmeName !== group.name && (
          <ProgrammeTag colour={group.colour}>{group.programmeName}</ProgrammeTag>
        )}
      </span>
    ),
  },
  {
    key: 'next',
    width: '18%',
    heading: 'Next session, and where',
    sortBy: groupSorts.next,
    cell: (group) => (
      <span className={classes.twoLines}>
        <OneLine>{whenInWords(group, today)}</OneLine>
        {group.buildingName !== null && <OneLine className={classes.under}>{group.buildingName}</OneLine>}
      </span>
    ),
  },
  {
    key: 'sessions',
    width: '15%',
    heading: 'Sessions',
    sortBy: groupSorts.sessions,
    cell: (group) => <Progress group={group} />,
  },
  {
    key: 'people',
    width: '10%',
    heading: 'People',
    sortBy: groupSorts.people,
    cell: (group) => (
      <span className={classes.pair}>
        {placesInWords(group)}
        {group.placeKind === 'family' && <span className={classes.under}>{familiesInWords(group)}</span>}
      </span>
    ),
  },
  {
    key: 'leaders',
    width: '14%',
    heading: 'Led by',
    cell: (group) => <OneLine className={classes.leaders}>{leadersInWords(group.facilitators)}</OneLine>,
  },
  {
    key: 'status',
    heading: 'Status',
    sortBy: groupSorts.status,
    cell: (group) => groupStatusLabels[group.status],
  },
]

interface GroupsTableProps {
  readonly groups: readonly GroupRow[]
  readonly total: number
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
  readonly onOpen: (group: GroupRow) => void
  readonly empty: ReactNode
}

/** Groups as a list: how far each is, when it meets next, and what its registers owe. */
export function GroupsTable({ groups, total, sort, onSort, onOpen, empty }: GroupsTableProps) {
  return (
    <DataTable
      label="Groups"
      columns={columns(useToday())}
      rows={groups}
      rowKey={(group) => group.id}
      onOpen={onOpen}
      sort={sort}
      onSort={onSort}
      total={total}
      noun={['group', 'groups']}
      empty={empty}
    />
  )
}
