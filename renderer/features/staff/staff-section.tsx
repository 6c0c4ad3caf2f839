import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { useAskedFor } from '../../location.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { streamLabels } from '../../../shared/staff/staff.contract.ts'
import type { Staff } from '../../../shared/staff/staff.contract.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import classes from '../settings/settings.module.css'
import { StaffForm } from './staff-form.tsx'

const columnsFor = (localityOf: (id: string | null) => string): readonly Column<Staff>[] => [
  {
    key: 'name',
    heading: 'Name',
    width: '26%',
    cell: (s) => (s.archived ? `${s.name} (left)` : s.name),
    sortBy: (s) => s.name,
  },
  { key: 'job', heading: 'Job', cell: (s) => s.jobTitle ?? '–', sortBy: (s) => s.jobTitle ?? '' },
  { key: 'phone', heading: 'Phone', cell: (s) => <span className={classes.noWrap}>{s.phone ?? '–'}</span> },
  {
    key: 'stream',
    heading: 'Stream',
    cell: (s) => <span className={classes.noWrap}>{streamLabels[s.stream]}</span>,
    sortBy: (s) => s.stream,
  },
  {
    key: 'locality',
    heading: 'Locality',
    width: '22%',
    cell: (s) => localityOf(s.localityId),
    sortBy: (s) => localityOf(s.localityId),
  },
]

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
  const staff = useQuery(ask('staff', 'list', {}))
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const localityOf = (id: string | null) => localities.find((one) => one.id === id)?.name ?? 'Countywide'
  const add = mayEdit && <Button onClick={() => setPanel('new')}>Add a member of staff</Button>
  const close = () => setPanel(null)
  // From a search: their panel, or for who may only look, their line.
  const [askedId, setAskedId] = useState<string | null>(null)
  useAskedFor('id', setAskedId)
  const asked = staff.data?.find((one) => one.id === askedId) ?? null
  if (asked !== null && mayEdit) {
    setAskedId(null)
    setPanel(asked)
  }
  const openedKey = panel === null || panel === 'new' ? askedId : panel.id
  useRowInView(openedKey)
  return (
    <SettingsPage
      section="staff"
      sentence="The people that groups are planned with. Signing in is separate."
      action={staff.data?.length !== 0 && add}
      side={
        panel !== null && (
          <StaffForm
            key={panel === 'new' ? 'new' : `${panel.id} ${panel.version}`}
            staff={panel === 'new' ? null : panel}
            localities={localities}
            onClose={close}
          />
        )
      }
    >
      <Answer query={staff}>
        {(rows) => (
          <DataTable
            label="Staff"
            noun="members of staff"
            columns={columnsFor(localityOf)}
            rows={rows}
            rowKey={(s) => s.id}
            {...(mayEdit && { onOpen: setPanel })}
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
