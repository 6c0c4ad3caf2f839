import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { go } from '../../location.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { OutcomeGroup } from '../../../shared/outcomes/outcomes.contract.ts'
import { count } from '../../../shared/text.ts'
import { dateRange } from '../../../shared/time/format.ts'

const columns: readonly Column<OutcomeGroup>[] = [
  { key: 'group', heading: 'Group', cell: (g) => g.groupName, sortBy: (g) => g.groupName },
  {
    key: 'programme',
    heading: 'Programme',
    cell: (g) => <ProgrammeTag colour={g.colour}>{g.programmeName}</ProgrammeTag>,
    sortBy: (g) => g.programmeName,
  },
  {
    key: 'dates',
    heading: 'Runs',
    cell: (g) => `${dateRange(g.firstDate, g.lastDate)}${g.finished ? ', ended' : ''}`,
    sortBy: (g) => g.lastDate,
  },
  {
    key: 'enrolled',
    heading: 'Enrolled',
    align: 'right',
    cell: (g) => g.enrolled,
    sortBy: (g) => g.enrolled,
  },
  {
    key: 'before',
    heading: 'Before',
    align: 'right',
    cell: (g) => numberOf(g, g.before),
    sortBy: (g) => g.before,
  },
  {
    key: 'after',
    heading: 'After',
    align: 'right',
    cell: (g) => numberOf(g, g.after),
    sortBy: (g) => g.after,
  },
  {
    key: 'matched',
    heading: 'Both',
    align: 'right',
    cell: (g) => numberOf(g, g.matched),
    sortBy: (g) => g.matched,
  },
]

/** A group that measures nothing has no number, rather than none of them. */
const numberOf = (group: OutcomeGroup, n: number) => (group.measured || n > 0 ? n : '–')

/** Which groups have their before and after in: `#/outcomes`. */
export function OutcomesScreen() {
  const overview = useQuery(ask('outcomes', 'overview', {}))
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
                No group is running or has just ended. When one does, its before and after are listed here.
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
    ? 'Everybody in a running group has a before.'
    : `${count(waiting, 'group')} ${waiting === 1 ? 'has' : 'have'} people without a before.`
}
