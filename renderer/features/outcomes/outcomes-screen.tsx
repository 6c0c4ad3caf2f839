import { ActionIcon } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { OutcomeGroup } from '../../../shared/outcomes/outcomes.contract.ts'
import { dueListName } from '../../../shared/exports/file-name.rules.ts'
import { count } from '../../../shared/text.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { printPaper, start } from '../paper/print.ts'
import { dueWords, isOpen, rateWords } from './due-words.ts'
import dueClasses from './due.module.css'
import classes from './outcomes.module.css'

type Count = 'before' | 'after'

/** How many of the group's people have it; a group that measures nothing has no number, rather than none of them. */
const countColumn = (key: Count, heading: string): Column<OutcomeGroup> => ({
  key,
  heading,
  align: 'right',
  width: '92px',
  cell: (group) =>
    group.measured || group[key] > 0 ? (
      <span className={classes.countOf} data-owed={group.due[key === 'before' ? 'lackBefore' : 'lackAfter'] > 0}>
        {group[key]} of {group.enrolled}
      </span>
    ) : (
      '–'
    ),
  sortBy: (group) => group[key],
}) // prettier-ignore

const rateColumn: Column<OutcomeGroup> = {
  key: 'rate',
  heading: 'Matched rate',
  align: 'right',
  width: '132px',
  cell: ({ due }) => <strong className={classes.countOf}>{rateWords(due)}</strong>,
  sortBy: ({ due }) => (due.withBefore === 0 ? -1 : due.matched / due.withBefore),
}

const dueColumn: Column<OutcomeGroup> = {
  key: 'due',
  heading: 'Due',
  width: '190px',
  cell: ({ due }) => (
    <span className={dueClasses.due} data-overdue={due.state === 'overdue'}>
      {dueWords(due) ?? (due.state === 'not-yet' ? 'Not yet' : 'Nothing')}
    </span>
  ),
  sortBy: ({ due }) => (isOpen(due) ? -(due.lackAfter + due.lackBefore) : 1),
}

const columns: readonly Column<OutcomeGroup>[] = [
  {
    key: 'group',
    heading: 'Group',
    width: '32%',
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
  rateColumn,
  dueColumn,
  { key: 'print', heading: 'Paper', width: '72px', cell: (group) => <PrintDue group={group} /> },
]

/** The matched rate first; then what is due, group by group: `#/outcomes`. */
export function OutcomesScreen() {
  const [buildingId] = useBuilding()
  const overview = useQuery(askKeeping('outcomes', 'overview', { buildingId }))
  return (
    <Page title="Outcomes" sentence="Groups that are running, or ended in the last four weeks.">
      <Answer query={overview}>
        {(groups) => (
          <>
            <Headline groups={groups} />
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
          </>
        )}
      </Answer>
    </Page>
  )
}

/** Of everybody with a before, each once in each group, how many have an after; then how much is due. */
function Headline({ groups }: { groups: readonly OutcomeGroup[] }) {
  const sum = (of: (due: OutcomeGroup['due']) => number) => groups.reduce((all, group) => all + of(group.due), 0)
  const rate = { matched: sum((due) => due.matched), withBefore: sum((due) => due.withBefore) }
  if (rate.withBefore === 0) return null
  const due = sum((one) => (isOpen(one) ? one.lackAfter : 0))
  const many = groups.filter((group) => isOpen(group.due) && group.due.lackAfter > 0).length
  return (
    <div className={dueClasses.panel}>
      <p className={dueClasses.rate}>
        <strong>{rateWords(rate)}</strong> people with a before have an after too
      </p>
      <p className={dueClasses.quiet}>
        {due === 0
          ? 'Nothing is due today.'
          : `${count(due, 'person', 'people')} in ${count(many, 'group')} still ${due === 1 ? 'owes' : 'owe'} an after measure.`}
      </p>
    </div>
  )
} // prettier-ignore

/** One click to the paper list of a group that has any; the row itself leads to the grid. */
function PrintDue({ group }: { group: OutcomeGroup }) {
  const today = useToday()
  if (dueWords(group.due) === null) return null
  const paper = { route: `/print/due/${group.groupId}`, fileName: dueListName('Group', today) }
  return (
    <ActionIcon
      variant="subtle"
      aria-label={`Print what is due in ${group.groupName}`}
      onClick={() => start(printPaper(paper))}
    >
      <IconPrinter size={16} aria-hidden />
    </ActionIcon>
  )
}
