import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { GroupRow, groupStatuses } from '../../../shared/groups/groups.contract.ts'
import { groupHolds } from '../../../shared/groups/find.rules.ts'
import type { Sort } from '../../../shared/sort.rules.ts'
import { count } from '../../../shared/text.ts'
import { ExportMenu } from '../paper/export-menu.tsx'
import { GroupsTable } from './groups-table.tsx'
import classes from './groups.module.css'

type Status = (typeof groupStatuses)[number]

/** The choices above the list. The first is what people come for; ten years of ended groups stay out of its way. */
const shown: Readonly<Record<string, { readonly label: string; readonly status: readonly Status[] | null }>> =
  {
    active: { label: 'Running and planned', status: ['planned', 'running', 'paused'] },
    finished: { label: 'Finished', status: ['finished'] },
    cancelled: { label: 'Cancelled', status: ['cancelled'] },
    all: { label: 'All', status: null },
  }

/** Every group that runs or will, and those that have been, by choice. */
export function GroupsScreen() {
  const [buildingId] = useBuilding()
  const [choice, setChoice] = useState('active')
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort | null>(null)
  const status = shown[choice]?.status ?? null
  const query = useQuery(askKeeping('groups', 'list', { buildingId, status: status && [...status] }))
  const may = useMay()
  const planButton = may('groups.edit') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/groups/new')}>
      Plan a group
    </Button>
  )
  const none = query.data?.length === 0 && choice === 'active'
  return (
    <Page
      title="Groups"
      sentence={query.data && sentenceOf(query.data, choice, may('registers.view'))}
      action={
        <>
          {may('people.view') && (
            <Button variant="default" c="var(--g-text)" component={Link} to="/groups/waiting">
              Waiting list
            </Button>
          )}
          {!none && planButton}
        </>
      }
    >
      <div className={classes.filters}>
        <TextInput
          className={classes.find}
          label="Find a group"
          placeholder="Name, programme, building or leader"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          type="search"
          autoComplete="off"
        />
        <SegmentedControl
          aria-label="Which groups"
          value={choice}
          onChange={setChoice}
          data={Object.entries(shown).map(([value, { label }]) => ({ value, label }))}
        />
        <span className={classes.export}>
          <ExportMenu lists={[{ list: 'groups', status: status && [...status], buildingId, text, sort }]} />
        </span>
      </div>
      <Answer query={query}>
        {(groups) => {
          const found = groups.filter((group) => groupHolds(group, text))
          return (
            <GroupsTable
              groups={found}
              total={groups.length}
              sort={sort}
              onSort={setSort}
              onOpen={(group) => go(`/groups/${group.id}`)}
              empty={<NoGroups choice={choice} text={text} any={groups.length > 0} planButton={planButton} />}
            />
          )
        }}
      </Answer>
    </Page>
  )
}

function sentenceOf(groups: readonly GroupRow[], choice: string, registers: boolean): string | undefined {
  if (groups.length === 0 || choice !== 'active') return undefined
  const running = groups.filter((group) => group.status === 'running').length
  const paused = groups.filter((group) => group.status === 'paused').length
  const counts = `${running} running, ${groups.length - running - paused} planned${paused === 0 ? '' : `, ${paused} paused`}.`
  if (!registers) return counts
  const owed = groups.reduce((sum, group) => sum + group.registersDue, 0)
  return `${counts} ${owed === 0 ? 'Every register is taken.' : `${count(owed, 'register')} to take.`}`
}

interface NoGroupsProps {
  readonly choice: string
  readonly text: string
  readonly any: boolean
  readonly planButton: ReactNode
}

function NoGroups({ choice, text, any, planButton }: NoGroupsProps) {
  if (any)
    return <EmptyState>No group here holds “{text.trim()}”. Try fewer letters, or All above.</EmptyState>
  if (choice === 'active')
    return (
      <EmptyState action={planButton}>
        No groups are running or planned here.
        {planButton !== false && ' Plan one, and its dates, rooms and registers come with it.'}
      </EmptyState>
    )
  return <EmptyState>There are none.</EmptyState>
}
