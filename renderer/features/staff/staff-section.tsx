import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { useAskedFor } from '../../location.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Locality } from '../../../shared/buildings/buildings.contract.ts'
import { localityOf, staffSorts } from '../../../shared/exports/lists/staff.ts'
import type { Sort } from '../../../shared/sort.rules.ts'
import { streamLabels } from '../../../shared/staff/staff.contract.ts'
import type { Staff } from '../../../shared/staff/staff.contract.ts'
import { ExportMenu } from '../paper/export-menu.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import classes from '../settings/settings.module.css'
import { StaffForm } from './staff-form.tsx'
import { TrainingPanel } from './training-panel.tsx'

const columnsFor = (localities: readonly Locality[]): readonly Column<Staff>[] => {
  const sorts = staffSorts(localities)
  return [
    {
      key: 'name',
      heading: 'Name',
      width: '26%',
      cell: (s) => (s.archived ? `${s.name} (left)` : s.name),
      sortBy: sorts.name,
    },
    { key: 'job', heading: 'Job', cell: (s) => s.jobTitle ?? '–', sortBy: sorts.job },
    { key: 'phone', heading: 'Phone', cell: (s) => <span className={classes.noWrap}>{s.phone ?? '–'}</span> },
    {
      key: 'stream',
      heading: 'Stream',
      cell: (s) => <span className={classes.noWrap}>{streamLabels[s.stream]}</span>,
      sortBy: sorts.stream,
    },
    {
      key: 'locality',
      heading: 'Locality',
      width: '22%',
      cell: (s) => localityOf(localities, s),
      sortBy: sorts.locality,
    },
  ]
}

function useRowInView(key: string | null): void {
  useEffect(() => {
    if (key !== null) document.querySelector('tr[data-opened="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [key])
}

/** Who works in the service: the people that groups are planned with. */
export function StaffSection() {
  const may = useMay()
  const mayEdit = may('staff.edit')
  const [panel, setPanel] = useState<Staff | 'new' | null>(null)
  const [training, setTraining] = useState(false)
  const staff = useQuery(ask('staff', 'list', {}))
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const [sort, setSort] = useState<Sort | null>(null)
  const add = mayEdit && <Button onClick={() => setPanel('new')}>Add a member of staff</Button>
  const close = () => {
    setPanel(null)
    setTraining(false)
  }
  // From a search: their panel, or for who may only look, their line.
  const [askedId, setAskedId] = useState<string | null>(null)
  useAskedFor('id', setAskedId)
  const asked = staff.data?.find((one) => one.id === askedId) ?? null
  if (asked !== null && mayEdit) {
    setAskedId(null)
    setPanel(asked)
  }
  const open = (one: Staff) => {
    setTraining(false)
    setPanel(one)
  }
  const openedKey = panel === null || panel === 'new' ? askedId : panel.id
  useRowInView(openedKey)
  return (
    <SettingsPage
      section="staff"
      sentence="The people that groups are planned with. Signing in is separate."
      action={
        staff.data?.length !== 0 && (
          <Group gap="xs">
            <ExportMenu lists={[{ list: 'staff', sort }]} />
            {add}
          </Group>
        )
      }
      side={
        panel !== null &&
        (training && panel !== 'new' ? (
          <TrainingPanel key={panel.id} staff={panel} onClose={() => setTraining(false)} />
        ) : (
          <StaffForm
            key={panel === 'new' ? 'new' : `${panel.id} ${panel.version}`}
            staff={panel === 'new' ? null : panel}
            localities={localities}
            onClose={close}
            onTraining={() => setTraining(true)}
          />
        ))
      }
    >
      <Answer query={staff}>
        {(rows) => (
          <DataTable
            label="Staff"
            noun={['member of staff', 'members of staff']}
            columns={columnsFor(localities)}
            sort={sort}
            onSort={setSort}
            rows={rows}
            rowKey={(s) => s.id}
            {...(mayEdit && { onOpen: open })}
            openedKey={openedKey}
            empty={
              <EmptyState action={add}>
                Nobody is here yet. Add the people who run groups, so that each group can be given its
                facilitators.
              </EmptyState>
            }
          />
        )}
      </Answer>
    </SettingsPage>
  )
}
