import { useQuery } from '@tanstack/react-query'
import { askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { go } from '../../location.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { OutcomeGroup } from '../../../shared/outcomes/outcomes.contract.ts'
import { count } from '../../../shared/text.ts'
import { shortDate } from '../../../shared/time/format.ts'
import classes from './outcomes.module.css'

type Count = 'before' | 'after' | 'matched'

/** A before is owed while the group runs; an after once it has ended. */
const isOwed = (group: OutcomeGroup, key: Count) =>
  group[key] < group.enrolled && (key === 'before') !== group.finished

/** How many of the group's people have it; a group that measures nothing has no number, rather than none of them. */
const countColumn = (key: Count, heading: string): Column<OutcomeGroup> => ({
  key,
  heading,
  align: 'right',
  width: '104px',
  cell: (group) =>
    group.measured || group[key] > 0 ? (
      <span className={classes.countOf} data-owed={isOwed(group, key)}>
        {group[key]} of {group.enrolled}
      </span>
    ) : (
      '–'
    ),
  sortBy: (group) => group[key],
})

const columns: readonly Column<OutcomeGroup>[] = [
  {
    key: 'group',
    heading: 'Group',
    width: '46%',
    cell: (group) => (
      <span className={classes.group} data-one-line>
        <OneLine>{group.groupName}</OneLine>
        <ProgrammeTag colour={group.colour}>{group.programmeName}</ProgrammeTag>
      </span>
    ),
    sortBy: (group) => group.groupName,
  },
  {
    key: 'dates',
    heading: 'Runs',
    cell: (group) => (
      <span className={classes.countOf}>
        {shortDate(group.firstDate)} to {shortDate(group.lastDate)}
        {group.finished && ', ended'}
      </span>
    ),
    sortBy: (group) => group.lastDate,
  },
  countColumn('before', 'Before'),
  countColumn('after', 'After'),
  countColumn('matched', 'Both'),
]

/** Which groups have their before and after in: `#/outcomes`. */
export function OutcomesScreen() {
  const [buildingId] = useBuilding()
  const overview = useQuery(askKeeping('outcomes', 'overview', { buildingId }))
  return (
    <Page title="Outcomes" sentence={overview.data && sentenceOf(overview.data)}>
      <Answer query={overview}>
        {(groups) => (
          <DataTable
            label="Groups and their outcomes"
            columns={columns}
            rows={groups}
            rowKey={(group) => group.groupId}
            onOpen={(group) => go(`/groups/${group.groupId}/outcomes`)}
            noun={groups.length === 1 ? 'group' : 'groups'}
            empty={
              <EmptyState action={<a href="#/groups">See all groups</a>}>
                No group here is running or has just ended. When one does, its before and after are listed
                here.
              </EmptyState>
            }
          />
        )}
      </Answer>
    </Page>
  )
}

function sentenceOf(groups: readonly OutcomeGroup[]): string {
  const measured = groups.filter((group) => group.measured)
  const waiting = measured.filter((group) => group.before < group.enrolled).length
  if (measured.length === 0) return 'Groups that are running, or ended in the last four weeks.'
  return waiting === 0
    ? 'Everybody in these groups has a before measure.'
    : `${count(waiting, 'group')} ${waiting === 1 ? 'has' : 'have'} people without a before measure.`
}
